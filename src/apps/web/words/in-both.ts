export type Language = "zh" | "en";

export type InBoth<Words> = Readonly<Record<Language, Words>>;

/** The words of one part of the page in both languages; the compiler finds the missing and the superfluous one. */
export const inBoth = <Words>(zh: Words, en: NoInfer<Words>): InBoth<Words> => ({ zh, en });
