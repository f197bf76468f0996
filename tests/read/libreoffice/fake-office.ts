import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A program in LibreOffice's place: `here` is its own folder, `out` the folder that it is to write its result into. */
export interface FakeOffice {
  readonly path: string;
  readonly folder: string;
}

const HEAD = `#!/bin/sh
here=$(dirname "$0")
while [ $# -gt 0 ]; do
  [ "$1" = --outdir ] && out=$2
  shift
done
mkdir -p "$out"
`;

/** Writes a shell script that is run as LibreOffice; it goes when the test is over. */
export function createFakeOffice(script: string): FakeOffice {
  const folder = mkdtempSync(join(tmpdir(), "fake-office-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "soffice");
  writeFileSync(path, HEAD + script);
  chmodSync(path, 0o755);
  return { path, folder };
}
