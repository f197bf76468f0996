import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Submission } from "../../../../schemas/submission.ts";
import type { Client } from "../../client/client.ts";
import { mayPass, ServiceProblem } from "../../client/service-problem.ts";
import { claimPlace, makeFolders, type Outcome, outcomeOf, putAway } from "./put-away.ts";
import { createSettled, findFile, isSame, type LyingFile } from "./settled-files.ts";
import { openJournal, type WatchJournal } from "./watch-journal.ts";

/** What a watch needs of the world. */
export interface Watch {
  readonly folder: string;
  readonly settleSeconds: number;
  readonly client: Pick<Client, "submit" | "follow" | "findPlanText">;
  /** Ends the watch: uploads in hand are finished, and what waits for its plan is taken up at the next start. */
  readonly signal: AbortSignal;
  readonly say: {
    /** Chinese and English, for the file beside. */
    readonly failure: (submission: Submission) => string;
    readonly error: (error: unknown) => string;
  };
  readonly tell: {
    readonly put: (name: string, place: string, reason: string | null) => void;
    /** A fault that may pass; told at each try. */
    readonly fault: (error: unknown) => void;
    readonly well: () => void;
  };
}

const LOOK_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 30_000;
/** Each is followed by a request of its own. */
const MOST_IN_HAND = 16;

/**
 * Takes what comes to lie in a folder to a service, until it is told to stop. A service that is away is waited for.
 * @throws what the system says of the folder at the start.
 */
export async function watchFolder(watch: Watch): Promise<void> {
  const { folder, signal, settleSeconds, tell } = watch;
  await makeFolders(folder);
  const journal = await openJournal(folder);
  const look = createSettled(folder, settleSeconds * 1000);
  const upload = createQueue();
  const inHand = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    const ready = await look().catch((error: unknown): LyingFile[] => {
      tell.fault(error);
      return [];
    });
    for (const file of ready) {
      if (inHand.size >= MOST_IN_HAND) break;
      if (inHand.has(file.name)) continue;
      const work = takeFile(file, watch, journal, upload).finally(() => inHand.delete(file.name));
      inHand.set(file.name, work);
    }
    await sleep(LOOK_MILLIS, undefined, { signal }).catch(() => {});
  }
  await Promise.all(inHand.values());
}

type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** One upload after another: a file is in memory while it is sent. */
function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

/** Takes one file to its end, however often the service is away meanwhile. */
async function takeFile(file: LyingFile, watch: Watch, journal: WatchJournal, upload: Queue): Promise<void> {
  const { signal, tell } = watch;
  for (let pause = LOOK_MILLIS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
    try {
      const outcome = await digitiseFile(file, watch, journal, upload);
      if (outcome) await finish(file, outcome, watch, journal);
      return;
    } catch (error) {
      if (signal.aborted) return;
      // The service has been emptied, or brought back from an older backup: the file is new to it.
      if (isUnknown(error)) await journal.drop(file.name).catch(tell.fault);
      else tell.fault(error);
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}

const isUnknown = (error: unknown): boolean => error instanceof ServiceProblem && error.problem.status === 404;

/** Null where the file is gone. */
async function digitiseFile(
  file: LyingFile,
  { folder, client, say, tell, signal }: Watch,
  journal: WatchJournal,
  upload: Queue,
): Promise<Outcome | null> {
  let batch = journal.find(file)?.batch;
  if (batch === undefined) {
    const sent = await upload(async () => {
      if (signal.aborted) return null;
      const bytes = await readOwn(join(folder, file.name));
      return bytes && client.submit([{ name: file.name, content: new Blob([bytes]) }]);
    }).catch((error: unknown): Outcome => {
      if (isForGood(error)) return { plans: [], reason: say.error(error) };
      throw error;
    });
    if (!sent || "plans" in sent) return sent;
    batch = sent.batch;
    await journal.set(file, { batch, place: null });
  }
  tell.well();
  const states = new Map<string, Submission>();
  for await (const event of client.follow(batch))
    if (event.kind === "submission") states.set(event.submission.id, event.submission);
  const submissions = [...states.values()].sort((a, b) => a.ordinal - b.ordinal);
  return outcomeOf(submissions, client.findPlanText, say.failure);
}

/** A refusal of the file itself, or a file that this program may not read; all else may pass (a key can be given anew). */
const isForGood = (error: unknown): boolean =>
  error instanceof ServiceProblem
    ? !mayPass(error) && error.problem.status !== 401 && error.problem.status !== 403
    : error instanceof Error && "code" in error && FOR_GOOD.has(String(error.code));

const FOR_GOOD: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ELOOP", "ERR_FS_FILE_TOO_LARGE"]);

/** Opened without following a link that was put in the file's place meanwhile. Null where it is gone. */
async function readOwn(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    await using handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return new Uint8Array(await handle.readFile());
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A file that was changed or taken away meanwhile stays as it is: its new bytes are taken when they have settled. */
async function finish(
  file: LyingFile,
  outcome: Outcome,
  { folder, tell }: Watch,
  journal: WatchJournal,
): Promise<void> {
  const now = await findFile(folder, file.name);
  if (now && isSame(now, file)) {
    const known = journal.find(file);
    const place = known?.place ?? (await claimPlace(folder, outcome, file.name));
    if (known) await journal.set(file, { ...known, place });
    await putAway(folder, file.name, place, outcome);
    tell.put(file.name, place, outcome.reason);
  }
  await journal.drop(file.name);
}
