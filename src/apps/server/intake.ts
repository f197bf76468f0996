import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
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
const HEAD_BYTES = 4096;

/**
 * Writes a file piece by piece while it is hashed, so that its size costs neither memory nor the time of other clients.
 * @returns the file, and its first bytes.
 */
export async function takeStream(
  source: AsyncIterable<Uint8Array>,
  name: string,
  intake: Intake,
): Promise<TakenFile & { readonly head: Uint8Array }> {
  const fileName = checkName(name);
  const temporary = newPath(intake);
  const hash = createHash("sha256");
  let byteLength = 0;
  let head = Buffer.alloc(0);
  async function* measure(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      byteLength += piece.length;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
      yield piece;
    }
  }
  await pipeline(source, measure, createWriteStream(temporary, { flags: "wx", mode: 0o600 }));
  return { fileName, temporary, sha256: hash.digest("hex"), byteLength, head };
}

/** What a format is told from: a package names its parts at its end, and a compound file its streams anywhere; all else by its head. */
export async function readTelling({ temporary, head }: { temporary: string; head: Uint8Array }): Promise<Uint8Array> {
  const isWholeNeeded = Buffer.from(head.subarray(0, 2)).toString("latin1") === "PK" || head[0] === 0xd0;
  return isWholeNeeded ? readFile(temporary) : head;
}

function newPath({ folder, onPath }: Intake): string {
  const path = join(folder, randomUUID());
  onPath(path);
  return path;
}

/** A browser sends a name, some clients a path: the last part counts. It is shown, never used as a path. */
function checkName(given: string): string {
  const name = given.split(/[\\/]/u).at(-1)!.normalize("NFC").trim();
  if (name === "" || name.length > LONGEST_NAME || /[\p{Cc}\p{Cs}]/u.test(name))
    throw new Refusal("file-name-invalid", { limit: LONGEST_NAME });
  return name;
}
