import { readFile } from "node:fs/promises";
import { freemem, totalmem } from "node:os";
import { findOffice } from "../../read/libreoffice/find-office.ts";
import type { WorkerPool } from "../../sandbox/worker-pool.ts";
import type { Machine } from "./examine-machine.ts";
import { ownBytes } from "./standard-input.ts";

/** The machine that the program runs on; samples are digitised by workers of `pool`. */
export const thisMachine = (pool: WorkerPool): Machine => ({
  nodeVersion: process.versions.node,
  // A container may have less than its machine; where it has no limit, the limit is given as 0 or beyond all memory.
  memory: Math.min(totalmem(), process.constrainedMemory() || totalmem()),
  freeMemory: freemem(),
  findOffice: () => findOffice(process.env),
  digitiseSample: async (file) => {
    const bytes = ownBytes(await readFile(new URL(`samples/${file}`, import.meta.url)));
    return pool.run({ bytes, fileName: file, indent: 0 });
  },
});
