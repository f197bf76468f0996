import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { OfficeJob, OfficeResult } from "./office-job.ts";

const KEEPER = fileURLToPath(new URL("./office-keeper.ts", import.meta.url));

/** The keeper needs programs and a place for its folder, and no secret of this process. */
const environment = (): Record<string, string> => {
  const { PATH, TMPDIR } = process.env;
  return { ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }) };
};

/** Converts a file to DOCX by a LibreOffice of its own, which never outlives this thread nor its time. Never rejects. */
export function convertToDocx(job: OfficeJob): Promise<OfficeResult> {
  const keeper = fork(KEEPER, [], {
    env: environment(),
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // A group of its own, so that Ctrl-C does not end it before it has ended LibreOffice.
    detached: true,
  });
  return new Promise((resolve) => {
    keeper.once("message", (result) => resolve(result as OfficeResult));
    keeper.once("error", () => resolve({ kind: "failed", reason: "cannot-start" }));
    keeper.once("exit", () => resolve({ kind: "failed", reason: "stopped" }));
    keeper.send(job, () => {});
  });
}
