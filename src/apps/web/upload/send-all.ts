import { ApiProblem } from "../api/api-problem.ts";
import type { Taken } from "./send-files.ts";

export interface RefusedFile {
  readonly name: string;
  /** In the server's words; null where the connection broke. */
  readonly reason: string | null;
}

export interface SentAll {
  readonly batches: readonly string[];
  readonly refused: readonly RefusedFile[];
}

const NO_FILES_FAULT: ReadonlySet<number> = new Set([401, 403, 404]);

type Send<Item> = (files: readonly Item[]) => Promise<Taken>;

/**
 * Sends files so that one bad file costs no other its place: one that the server names is left out, and the rest is sent again;
 * where the connection broke (a server may hang up on the bad file), both halves are tried apart.
 * @throws ApiProblem where the server takes nothing at all now (no key, no room, the template is gone).
 */
export async function sendAll<Item extends { readonly name: string }>(
  files: readonly Item[],
  send: Send<Item>,
): Promise<SentAll> {
  if (files.length === 0) return { batches: [], refused: [] };
  try {
    return { batches: [(await send(files)).batch], refused: [] };
  } catch (error) {
    if (!(error instanceof ApiProblem) || NO_FILES_FAULT.has(error.status) || error.status >= 429) throw error;
    return withoutBadFile(files, error, send);
  }
}

async function withoutBadFile<Item extends { readonly name: string }>(
  files: readonly Item[],
  problem: ApiProblem,
  send: Send<Item>,
): Promise<SentAll> {
  const bad = files.findIndex(({ name }) => name === problem.facts.file);
  if (bad >= 0 || files.length === 1) {
    const at = Math.max(bad, 0);
    const refused = { name: files[at]!.name, reason: problem.status === 0 ? null : problem.message };
    const rest = await sendAll(files.toSpliced(at, 1), send);
    return { batches: rest.batches, refused: [refused, ...rest.refused] };
  }
  const middle = Math.ceil(files.length / 2);
  const first = await sendAll(files.slice(0, middle), send);
  const second = await sendAll(files.slice(middle), send);
  return { batches: [...first.batches, ...second.batches], refused: [...first.refused, ...second.refused] };
}
