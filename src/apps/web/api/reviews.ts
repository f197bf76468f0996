import type { Comment } from "../../../../schemas/comment.ts";
import type { Correction, Review } from "../../../../schemas/correction.ts";
import { request } from "./request.ts";

const at = (id: string, what: string): string => `/documents/${encodeURIComponent(id)}/${what}`;

/** A list may come bare or as `{ items }`. */
const itemsOf = <T>(answer: readonly T[] | { readonly items: readonly T[] }): readonly T[] =>
  "items" in answer ? answer.items : answer;

export const listCorrections = async (id: string, signal?: AbortSignal): Promise<readonly Correction[]> =>
  itemsOf(await request<readonly Correction[]>(at(id, "corrections"), { ...(signal && { signal }) }));

export const createCorrection = (id: string, path: string, value: unknown, why: string): Promise<Correction> =>
  request(at(id, "corrections"), { method: "POST", body: { path, value, why } });

export const withdrawCorrection = (id: string): Promise<void> =>
  request(`/corrections/${encodeURIComponent(id)}`, { method: "DELETE" });

export const listReviews = async (id: string, signal?: AbortSignal): Promise<readonly Review[]> =>
  itemsOf(await request<readonly Review[]>(at(id, "reviews"), { ...(signal && { signal }) }));

export const createReview = (id: string, verdict: Review["verdict"], note: string | null): Promise<Review> =>
  request(at(id, "reviews"), { method: "POST", body: { verdict, note } });

/** Remarks on a plan and its facts, the oldest first. */
export const listComments = (id: string, signal?: AbortSignal): Promise<readonly Comment[]> =>
  request(at(id, "comments"), { ...(signal && { signal }) });

/** @param path a JSON pointer to the fact that is spoken of; null for the whole plan. */
export const createComment = (id: string, path: string | null, text: string): Promise<Comment> =>
  request(at(id, "comments"), { method: "POST", body: { path, text } });
