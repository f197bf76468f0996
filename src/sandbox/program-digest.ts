import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const PARTS = [
  "package-lock.json",
  "schemas",
  "pipelines",
  "src/core",
  "src/read",
  "src/structure",
  "src/extract",
  "src/check",
];

/** A digest of all that decides what a file is turned into: the program's own sources and its locked libraries. */
export function programDigest(): string {
  const hash = createHash("sha256");
  for (const part of PARTS)
    for (const path of filesOf(join(ROOT, part))) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return path.endsWith(".json") ? [path] : [];
  }
}
