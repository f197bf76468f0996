import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import type { EmbeddedTask, EmbeddedWord } from "./embedded-words.ts";
import { serveDatabase, stopServing } from "./serve-database.ts";

const { folder, socket } = workerData as EmbeddedTask;
const say = (word: EmbeddedWord): void => parentPort!.postMessage(word);

/** 128 MB, as PostgreSQL has it, are cleared word by word at each start: that takes a second. The system caches the files too. */
const SHARED_BUFFERS = ["-c", "shared_buffers=16MB"];

const database = await PGlite.create({
  dataDir: folder,
  startParams: [...PGlite.defaultStartParams, ...SHARED_BUFFERS],
});
const execute = (batch: Buffer): Buffer => {
  const answer = database.execProtocolRawSync(batch);
  return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
};
const server = await serveDatabase(execute, socket);
say("serving");

parentPort!.once("message", async () => {
  await stopServing(server);
  await database.close();
  say("closed");
  parentPort!.close();
});
