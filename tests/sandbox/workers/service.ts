import { createWorkerPool } from "../../../src/sandbox/worker-pool.ts";

/** A service with one sandbox that never ends; tells the sandbox's process. */
const script = new URL("./misbehaving.ts", import.meta.url);
const pool = createWorkerPool(script, 1, { seconds: 600, megabytes: 256 });
const first = await pool.run({ bytes: new Uint8Array(1), fileName: "plan", indent: 0 });
void pool.run({ bytes: new Uint8Array(1), fileName: "hang", indent: 0 });
process.send?.(first.kind === "done" ? first.row.counts[1] : 0);
