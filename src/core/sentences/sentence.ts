import { EN } from "./en.ts";
import type { SaidCode, SaidFacts, Sentences } from "./said.ts";
import { ZH } from "./zh.ts";

export type Language = "en" | "zh";

const TABLES: Readonly<Record<Language, Sentences>> = { en: EN, zh: ZH };

/** Puts a finding or a message into words: one sentence or two, without a line end of their own. */
export const sentence = (said: { readonly code: SaidCode; readonly facts: SaidFacts }, language: Language): string =>
  TABLES[language][said.code](said.facts);
