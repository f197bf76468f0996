import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { OUT_OF_MEMORY } from "./worker-messages.ts";

export interface WatchdogData {
  /** Resident bytes beyond which the process is ended. */
  readonly bytes: number;
  readonly parent: number;
}

const EVERY_MILLIS = 50;

/**
 * A thread beside the parse: a parser in an endless loop, or in native code, cannot hold it up. V8's limits bound the JavaScript
 * heap alone, and not the buffers of pdf.js, sharp and onnxruntime.
 */
function watchProcess({ bytes, parent }: WatchdogData): void {
  if (process.memoryUsage.rss() > bytes) {
    writeSync(2, `${OUT_OF_MEMORY}\n`);
    endGroup();
  }
  if (process.ppid !== parent) endGroup();
}

/** With the programs that a reader started: a sandbox leads a process group of its own. */
function endGroup(): void {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}

const isWatchdogData = (data: unknown): data is WatchdogData =>
  typeof data === "object" && data !== null && "bytes" in data && "parent" in data;

if (isWatchdogData(workerData)) setInterval(watchProcess, EVERY_MILLIS, workerData);
