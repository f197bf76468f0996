import { type ChildProcess, spawn } from "node:child_process";
import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MOST_RESULT_BYTES, officeCommand, officeEnvironment, PLACES, sourceName } from "./office-command.ts";
import type { OfficeFailure, OfficeJob, OfficeResult } from "./office-job.ts";
import { OFFICE_PROFILE } from "./office-profile.ts";

/*
 * A process of its own that keeps one LibreOffice: it ends it with all its children and removes its folder when it is
 * done, when its time is over, and when the program that asked goes away. A worker thread that is terminated cannot
 * clean up after itself, but its end of the channel closes, and this process sees that.
 */

let office: ChildProcess | null = null;
let folder: string | null = null;

process.once("message", async (job: OfficeJob) => {
  const result = await convert(job).catch((): OfficeResult => failed("cannot-start"));
  await cleanUp();
  process.send?.(result, () => process.exit());
});
process.once("disconnect", leave);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);

async function leave(): Promise<void> {
  await cleanUp();
  process.exit();
}

async function cleanUp(): Promise<void> {
  endOffice();
  if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** LibreOffice starts other processes; they are one group, whose number is that of the first. */
function endOffice(): void {
  if (office?.pid === undefined) return;
  try {
    process.kill(-office.pid, "SIGKILL");
  } catch {
    // The group is gone.
  }
}

async function convert(job: OfficeJob): Promise<OfficeResult> {
  folder = await mkdtemp(join(tmpdir(), "fangan-office-"));
  const settings = join(folder, PLACES.settings);
  await mkdir(dirname(settings), { recursive: true });
  await writeFile(settings, OFFICE_PROFILE);
  await writeFile(join(folder, sourceName(job)), job.bytes);
  const end = await runOffice(job, folder);
  return end === "done" ? readResult(join(folder, PLACES.result, "source.docx")) : failed(end);
}

function runOffice(job: OfficeJob, cwd: string): Promise<"done" | OfficeFailure> {
  const [program, ...words] = officeCommand(job, cwd);
  const child = spawn(program!, words, { cwd, env: officeEnvironment(cwd), detached: true, stdio: "ignore" });
  office = child;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("timed-out"), job.seconds * 1000);
    const settle = (end: "done" | OfficeFailure): void => {
      clearTimeout(timer);
      resolve(end);
    };
    child.once("error", () => settle("cannot-start"));
    child.once("exit", () => settle("done"));
  });
}

/** LibreOffice ends with status 0 even where it could not read the file: only the result tells. */
async function readResult(path: string): Promise<OfficeResult> {
  const found = await lstat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size === 0) return failed("no-result");
  if (found.size > MOST_RESULT_BYTES) return failed("too-large");
  return { kind: "converted", docx: await readFile(path) };
}

function failed(reason: OfficeFailure): OfficeResult {
  return { kind: "failed", reason };
}
