import { access, constants, readFile } from "node:fs/promises";
import { freemem, totalmem } from "node:os";
import { delimiter, join } from "node:path";
import type { WorkerPool } from "../../sandbox/worker-pool.ts";
import type { Machine } from "./examine-machine.ts";
import { ownBytes } from "./standard-input.ts";

/** The machine that the program runs on; samples are digitised by workers of `pool`. */
export const thisMachine = (pool: WorkerPool): Machine => ({
  nodeVersion: process.versions.node,
  // A container may have less than its machine; where it has no limit, the limit is given as 0 or beyond all memory.
  memory: Math.min(totalmem(), process.constrainedMemory() || totalmem()),
  freeMemory: freemem(),
  findProgram: (name) => findProgram(name, process.env.PATH ?? ""),
  digitiseSample: async (file) => {
    const bytes = ownBytes(await readFile(new URL(`samples/${file}`, import.meta.url)));
    return pool.run({ bytes, fileName: file, indent: 0 });
  },
});

async function findProgram(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(delimiter).filter((each) => each !== "")) {
    const file = join(folder, name);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return null;
}
