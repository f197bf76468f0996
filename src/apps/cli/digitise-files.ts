import { createHash } from "node:crypto";
import { basename } from "node:path";
import { ReadError } from "../../core/outcome.ts";
import { type PlanRow, rowOfPlan } from "../../sandbox/plan-row.ts";
import type { WorkerPool } from "../../sandbox/worker-pool.ts";
import type { Input } from "./find-inputs.ts";
import type { Said } from "./language.ts";
import type { OutputFolder } from "./output-folder.ts";

/** What a file came to; `unchanged` was digitised before by this very program, `skipped` is an archive's and no document. */
export type FileResult =
  | { readonly kind: "done"; readonly input: Input; readonly text: string; readonly row: PlanRow }
  | { readonly kind: "unchanged"; readonly input: Input; readonly row: PlanRow }
  | { readonly kind: "failed" | "skipped"; readonly input: Input; readonly said: Said };

/** What a run needs of the world. */
export interface Run {
  readonly pool: WorkerPool;
  /** At most this many files are in hand at a time. */
  readonly jobs: number;
  readonly readBytes: (input: Input) => Promise<Uint8Array<ArrayBuffer>>;
  /** Where plans go, under which name; null where they are not to be kept. */
  readonly outputs: OutputFolder | null;
  readonly nameOf: (input: Input) => string;
  readonly force: boolean;
  /** Called for each file as it is done, in the order of the inputs. */
  readonly tell: (result: FileResult, done: number) => void;
}

/** Digitises files, a few at a time; a file that fails leaves the others alone. */
export async function digitiseFiles(inputs: readonly Input[], run: Run): Promise<FileResult[]> {
  const results: (FileResult | undefined)[] = inputs.map(() => undefined);
  let next = 0;
  let told = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < inputs.length; at = next++) {
      results[at] = await digitiseFile(inputs[at]!, run);
      for (let ready = results[told]; ready; ready = results[told]) run.tell(ready, ++told);
    }
  };
  await Promise.all(Array.from({ length: run.jobs }, work));
  return results.filter((result) => result !== undefined);
}

async function digitiseFile(input: Input, run: Run): Promise<FileResult> {
  const failed = (code: "cannot-read" | "cannot-write", error: unknown): FileResult =>
    error instanceof ReadError
      ? refused(input, error.reason)
      : { kind: "failed", input, said: { code, facts: { path: run.nameOf(input), reason: reasonOf(error) } } };
  const bytes = await run.readBytes(input).catch((error: unknown) => failed("cannot-read", error));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const current = run.force ? null : findCurrent(input, sha256, run);
  if (current) return current;
  const indent = run.outputs ? 2 : 0;
  const result = await run.pool.run({ bytes, fileName: basename(input.name), indent });
  if (result.kind === "failed") return refused(input, result.said);
  try {
    run.outputs?.write(run.nameOf(input), sha256, `${result.text}\n`);
  } catch (error) {
    return failed("cannot-write", error);
  }
  return { ...result, input };
}

/** A batch holds more than documents; what is none is passed over, while a document that cannot be read is a failure. */
function refused(input: Input, said: Said): FileResult {
  const isNone = said.code === "unknown-format" || said.code === "unsupported-format";
  if (!isNone || input.entry === undefined) return { kind: "failed", input, said };
  const format = said.facts.format ?? said.facts.came ?? "";
  return { kind: "skipped", input, said: { code: "entry-skipped", facts: { format } } };
}

/** An earlier output of the same bytes and program; one that was tampered with does not count. */
function findCurrent(input: Input, sha256: string, run: Run): FileResult | null {
  const text = run.outputs?.findCurrent(run.nameOf(input), sha256);
  if (!text) return null;
  try {
    return { kind: "unchanged", input, row: rowOfPlan(JSON.parse(text)) };
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error);
