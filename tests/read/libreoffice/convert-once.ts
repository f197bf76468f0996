import { workerData } from "node:worker_threads";
import { convertToDocx } from "../../../src/read/libreoffice/convert-to-docx.ts";

/** Runs in a worker thread: asks for one conversion, as the reader does. */
await convertToDocx(workerData);
