import type { Filled } from "./filled.ts";

/** A sheet half filled in, as this browser keeps it. */
export interface Draft {
  readonly filled: Filled;
  /** When it was last changed, ISO 8601. */
  readonly at: string;
}

const keyOf = (document: string, standard: string): string => `fangan-draft/${document}/${standard}`;

/** The draft of a standard; null where there is none, or what stands there is none. */
export function findDraft(document: string, standard: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(document, standard)) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false where the browser keeps nothing (no room, private window). */
export function keepDraft(document: string, standard: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(document, standard), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(document: string, standard: string): void {
  localStorage.removeItem(keyOf(document, standard));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isTexts = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((each) => typeof each === "string");

/** Another version of this page may have kept it. */
function isDraft(value: unknown): value is Draft {
  if (!isObject(value)) return false;
  const { at, filled } = value;
  if (!isObject(filled)) return false;
  const { subject, assessor, date, values, remarks } = filled;
  return isTexts({ at, subject, assessor, date }) && isTexts(values) && isTexts(remarks);
}
