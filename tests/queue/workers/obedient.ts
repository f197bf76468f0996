import { rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { digitise } from "../../../pipelines/digitise.ts";
import { ReadError } from "../../../src/core/outcome.ts";
import { rowOfPlan } from "../../../src/sandbox/plan-row.ts";
import { serveJobs } from "../../../src/sandbox/serve-jobs.ts";

/**
 * The sandbox of the tests: does what the file's text begins with, then digitises as ever.
 * `sleep 500`, `encrypted`, `once PATH` (dies where PATH is, and removes it), `die`.
 */
serveJobs(async ({ bytes, fileName, indent }, onStage) => {
  const [deed, what = ""] = new TextDecoder().decode(bytes).split("\n", 1)[0]!.split(" ");
  if (deed === "sleep") await takeTime(Number(what), onStage);
  if (deed === "die") process.exit(9);
  if (deed === "once") dieOnce(what);
  if (deed === "encrypted") return { kind: "failed", said: new ReadError("encrypted", { format: "PDF" }).reason };
  const plan = await digitise(bytes, fileName, onStage);
  return { kind: "done", text: JSON.stringify(plan, null, indent), row: rowOfPlan(plan) };
});

async function takeTime(millis: number, onStage: (stage: "reading" | "extracting") => void): Promise<void> {
  onStage("reading");
  await sleep(millis);
  onStage("extracting");
  await sleep(millis);
}

function dieOnce(path: string): void {
  try {
    rmSync(path);
  } catch {
    return;
  }
  writeFileSync(`${path}.died`, "");
  process.exit(9);
}
