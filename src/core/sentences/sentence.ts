import type { FindingCode } from "../../../schemas/finding.ts";
import type { MessageCode } from "../../../schemas/message.ts";
import { EN } from "./en.ts";
import { ZH } from "./zh.ts";

export type Language = "en" | "zh";
export type SaidCode = FindingCode | MessageCode;
type Values = Readonly<Record<string, string | number>>;

/** One sentence a code; the compiler finds the forgotten one. */
export type Sentences = Readonly<Record<SaidCode, (facts: Values) => string>>;

const TABLES: Readonly<Record<Language, Sentences>> = { en: EN, zh: ZH };

/** Puts a finding or a message into words. */
export const sentence = (said: { readonly code: SaidCode; readonly facts: Values }, language: Language): string =>
  TABLES[language][said.code](said.facts);
