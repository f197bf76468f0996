import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const MANIFEST = ".fangan.json";

/** What an output folder remembers of each output: the input's digest, and the program that wrote it. */
const Manifest = z.record(z.string(), z.object({ sha256: z.string(), program: z.string() }));

/** A folder of outputs. Files appear whole or not at all. */
export interface OutputFolder {
  /** The output as it stands, where the same program made it of the same bytes; else null. */
  readonly findCurrent: (name: string, sha256: string) => string | null;
  /** @throws where the file system refuses. */
  readonly write: (name: string, sha256: string, text: string) => void;
  /** Remembers what was written, for the next run. */
  readonly close: () => void;
}

/** Opens a folder of outputs; it comes into being with the first file. `program` is the program's digest. */
export function createOutputFolder(folder: string, program: string): OutputFolder {
  const known = readManifest(folder);
  let changed = false;
  return {
    findCurrent: (name, sha256) => {
      const entry = known[name];
      return entry?.sha256 === sha256 && entry.program === program ? readText(join(folder, name)) : null;
    },
    write: (name, sha256, text) => {
      writeWhole(join(folder, name), text);
      known[name] = { sha256, program };
      changed = true;
    },
    close: () => {
      if (changed) writeWhole(join(folder, MANIFEST), `${JSON.stringify(known, null, 1)}\n`);
    },
  };
}

function readManifest(folder: string): z.infer<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(readText(join(folder, MANIFEST)) ?? "{}"));
  } catch {
    return {};
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Writes beside the place and renames: a reader sees the old file or the new one. Synchronous, so that no signal comes between. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
