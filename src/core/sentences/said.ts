import type { FindingCode } from "../../../schemas/finding.ts";
import type { MessageCode } from "../../../schemas/message.ts";

export type SaidCode = FindingCode | MessageCode;

/** The values that a sentence names. */
export type SaidFacts = Readonly<Record<string, string | number>>;

/** One sentence a code; the compiler finds the forgotten one. */
export type Sentences = Readonly<Record<SaidCode, (facts: SaidFacts) => string>>;

/** What came, in the order it was told (`zip entries 9000`), and the limit apart; both may be missing. */
export function splitLimit(facts: SaidFacts): { limit: string | number | undefined; came: string[] } {
  const { limit, ...others } = facts;
  return { limit, came: Object.entries(others).map(([name, value]) => `${name} ${value}`) };
}
