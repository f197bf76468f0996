import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { FileDamaged } from "../errors.ts";

export const SHA256 = /^[0-9a-f]{64}$/;

/** A hash becomes a path or a URL: nothing else may. */
export function checkHash(sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError("a SHA-256 of 64 hexadecimal digits was expected");
  return sha256;
}

/** @throws FileDamaged where the bytes do not have the hash. */
export function checkBytes(bytes: Uint8Array, sha256: string): void {
  const came = createHash("sha256").update(bytes).digest("hex");
  if (came !== sha256) throw new FileDamaged(sha256, came);
}

/** The hash and the length of a file on disk. */
export async function hashFile(path: string): Promise<{ readonly sha256: string; readonly byteLength: number }> {
  const hash = createHash("sha256");
  let byteLength = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    byteLength += chunk.length;
  }
  return { sha256: hash.digest("hex"), byteLength };
}

/** @throws Error where the file has not the length said: it was cut short. */
export function checkLength(path: string, came: number, expected: number): void {
  if (came !== expected) throw new Error(`${path}: ${expected} bytes were expected, ${came} came`);
}
