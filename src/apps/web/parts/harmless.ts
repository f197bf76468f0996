/** Marks that turn words over or hide their order: embeddings, overrides, isolates, direction marks. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Words from a file in the order in which they stand there: a mark of direction is shown as �, one character as before. */
export const harmless = (text: string): string => text.replace(DIRECTION, "\uFFFD");
