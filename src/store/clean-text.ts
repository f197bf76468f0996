/** PostgreSQL's `text` takes no NUL, and no half of a surrogate pair; hostile files have both. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/** JSON whose texts PostgreSQL can take apart. */
export const cleanJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? cleanText(each) : each));
