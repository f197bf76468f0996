import { createHash, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "../../../schemas/settings.ts";
import { Refusal } from "./problem-codes.ts";

/** An uploaded file in a temporary place of its own; nothing is in the file store yet. */
export interface TakenFile {
  readonly fileName: string;
  readonly temporary: string;
  readonly sha256: string;
  readonly byteLength: number;
}

/** Where uploads are put, and what they may have. Every path that is written to is told first, so that it is removed in the end. */
export interface Intake {
  readonly folder: string;
  readonly settings: Pick<Settings, "uploadMegabytes" | "archiveFiles">;
  readonly onPath: (path: string) => void;
}

const LONGEST_NAME = 255;

/** Writes bytes of an archive as a file of their own. */
export async function takeBytes(bytes: Uint8Array, name: string, intake: Intake): Promise<TakenFile> {
  const fileName = checkName(name);
  const temporary = newPath(intake);
  await writeFile(temporary, bytes, { flag: "wx", mode: 0o600 });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName, temporary, sha256, byteLength: bytes.length };
}

export function newPath({ folder, onPath }: Intake): string {
  const path = join(folder, randomUUID());
  onPath(path);
  return path;
}

/** A browser sends a name, some clients a path: the last part counts. It is shown, never used as a path. */
export function checkName(given: string): string {
  const name = given.split(/[\\/]/u).at(-1)!.normalize("NFC").trim();
  if (name === "" || name.length > LONGEST_NAME || /[\p{Cc}\p{Cs}]/u.test(name))
    throw new Refusal("file-name-invalid", { limit: LONGEST_NAME });
  return name;
}
