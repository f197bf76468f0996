import { lstat, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Submission } from "../../../../schemas/submission.ts";
import { createNames, fitName } from "../service/file-names.ts";
import { writeWhole } from "../service/write-whole.ts";

/** What is written beside a file: its plans (by the names of the files of an archive), and why there is none. */
export interface Outcome {
  readonly plans: readonly { readonly fileName: string; readonly text: string }[];
  /** In Chinese and English; null where every plan is there. */
  readonly reason: string | null;
}

const FOLDERS = ["done", "failed"] as const;

/** @throws what the system says; Error where `done` or `failed` is something else than a folder. */
export async function makeFolders(folder: string): Promise<void> {
  for (const name of FOLDERS) {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    if (!(await lstat(path)).isDirectory()) throw Object.assign(new Error(path), { code: "ENOTDIR" });
  }
}

const besides = (place: string): string[] => [`${place}.plan.json`, `${place}.plans`, `${place}.reason.txt`];

/** Takes a free name in `done` or `failed` (`done/plan-2.pdf`): an empty file keeps it. Nothing there is ever overwritten. */
export async function claimPlace(folder: string, { reason }: Outcome, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const place = `${reason === null ? "done" : "failed"}/${fitName(name, number)}`;
    const isTaken = await Promise.all(besides(place).map((each) => exists(join(folder, each))));
    if (isTaken.includes(true)) continue;
    try {
      await (await open(join(folder, place), "wx")).close();
      return place;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** Writes what belongs beside the place, then moves the file onto it; safe to do again after a crash. */
export async function putAway(folder: string, name: string, place: string, { plans, reason }: Outcome): Promise<void> {
  const [plan, several, why] = besides(join(folder, place)) as [string, string, string];
  if (plans.length === 1) await writeWhole(plan, `${plans[0]!.text}\n`);
  if (plans.length > 1) await mkdir(several, { recursive: true });
  const nameOf = createNames();
  if (plans.length > 1)
    for (const { fileName, text } of plans)
      await writeWhole(join(several, nameOf(`${fileName}.plan.json`)), `${text}\n`);
  if (reason !== null) await writeWhole(why, reason);
  await rename(join(folder, name), join(folder, place));
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** What became of the files of one upload. */
export async function outcomeOf(
  submissions: readonly Submission[],
  findPlanText: (document: string) => Promise<string>,
  sayReason: (submission: Submission) => string,
): Promise<Outcome> {
  const plans: { fileName: string; text: string }[] = [];
  const reasons: string[] = [];
  for (const submission of submissions) {
    const { fileName, document } = submission;
    if (document !== null) plans.push({ fileName, text: await findPlanText(document) });
    else reasons.push(`${fileName}\n${sayReason(submission)}\n`);
  }
  return { plans, reason: reasons.length > 0 ? reasons.join("\n") : null };
}
