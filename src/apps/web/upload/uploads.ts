import { ApiProblem } from "../api/api-problem.ts";
import type { Gathered } from "./gather-files.ts";
import { type RefusedFile, sendAll } from "./send-all.ts";
import { sendFiles } from "./send-files.ts";

/** What is on its way to the server. It outlives the view, so that one may look at plans meanwhile. */
export interface Sending {
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface Uploads {
  readonly sending: Sending | null;
  readonly refused: readonly (RefusedFile | Gathered["refused"][number])[];
  readonly problem: ApiProblem | null;
  /** What the server could not take just now. */
  readonly unsent: readonly File[];
  /** The document that the plans of the latest upload are compared with. */
  readonly template: string | null;
}

/** The server takes so many files in one upload (`FANGAN_UPLOAD_FILES`); more go in several. */
export const MOST_FILES = 1000;

let state: Uploads = { sending: null, refused: [], problem: null, unsent: [], template: null };
const followers = new Set<() => void>();
const change = (next: Partial<Uploads>): void => {
  state = { ...state, ...next };
  for (const follow of followers) follow();
};

export const readUploads = (): Uploads => state;

export function followUploads(call: () => void): () => void {
  followers.add(call);
  return () => followers.delete(call);
}

export const forgetRefused = (): void => change({ refused: [] });

/** Sends what was gathered, group after group. @returns the batches that came of it. */
export async function upload({ files, refused }: Gathered, template: string | null): Promise<readonly string[]> {
  change({ refused: [...state.refused, ...refused], problem: null, unsent: [], template });
  const batches: string[] = [];
  for (let at = 0; at < files.length; at += MOST_FILES) {
    const group = files.slice(at, at + MOST_FILES);
    change({ sending: { count: files.length, share: at / files.length } });
    try {
      const sent = await sendAll(group, (some) =>
        sendFiles(some, template, (share) =>
          change({ sending: { count: files.length, share: (at + share * group.length) / files.length } }),
        ),
      );
      batches.push(...sent.batches);
      change({ refused: [...state.refused, ...sent.refused] });
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : new ApiProblem({ code: "broken", detail: String(error) });
      change({ problem, unsent: files.slice(at) });
      break;
    }
  }
  change({ sending: null });
  return batches;
}
