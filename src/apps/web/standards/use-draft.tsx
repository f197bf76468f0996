import { useState } from "preact/hooks";
import { type Draft, findDraft, keepDraft, removeDraft } from "./draft.ts";
import { emptySheet, type Filled, isEmptySheet } from "./filled.ts";

interface DraftedSheet {
  readonly filled: Filled;
  readonly change: (next: (old: Filled) => Filled) => void;
  /** When what stands in the sheet was last kept; null where it is empty, or could not be kept. */
  readonly keptAt: string | null;
  /** Empties the sheet. */
  readonly discard: () => void;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** A sheet that is kept on this computer with every key, and is there again when one comes back. */
export function useDraft(document: string, standard: string): DraftedSheet {
  const [{ filled, at }, setDraft] = useState<{ readonly filled: Filled; readonly at: string | null }>(
    () => findDraft(document, standard) ?? { filled: emptySheet(today()), at: null },
  );
  const put = (next: Filled): void => {
    const draft: Draft = { filled: next, at: new Date().toISOString() };
    const isKept = !isEmptySheet(next) && keepDraft(document, standard, draft);
    if (!isKept) removeDraft(document, standard);
    setDraft({ filled: next, at: isKept ? draft.at : null });
  };
  return {
    filled,
    change: (next) => put(next(filled)),
    keptAt: at,
    discard: () => put(emptySheet(today())),
  };
}
