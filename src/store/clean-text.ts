/** PostgreSQL's `text` takes no NUL, and no half of a surrogate pair; hostile files have both. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/** Rows as JSON whose texts PostgreSQL can take apart; a column that is null goes without saying. */
export const cleanRows = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, each: unknown) => (typeof each === "string" ? cleanText(each) : (each ?? undefined)));
