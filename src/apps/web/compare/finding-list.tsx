import type { ComparisonMessage } from "../../../../schemas/comparison.ts";
import type { ComparisonFinding } from "../../../../schemas/comparison-finding.ts";
import type { Severity } from "../../../../schemas/finding.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge, type BadgeTone } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { kindWords } from "../words/kinds.ts";
import { clip } from "./clip.ts";

const TONE: Readonly<Record<Severity, BadgeTone>> = { error: "bad", warning: "warn", info: "info" };
const MOST_QUOTE = 160;

/** `县 教 育 局` of a justified line says nothing that the sentence does not say already. */
const plain = (quote: string): string => quote.replace(/\s/gu, "");

/** What a careful clerk would query, with the words of both plans that show it. */
export function FindingList({ findings }: { readonly findings: readonly ComparisonFinding[] }) {
  const words = useWords(compareWords);
  const { severities } = useWords(kindWords);
  const { language } = useLanguage();
  if (findings.length === 0) return <p class="muted">{words.noFindings}</p>;
  return (
    <ul class="findings">
      {findings.map(({ severity, message, messageZh, evidence }, index) => (
        <li key={index}>
          <Badge tone={TONE[severity]}>{severities[severity]}</Badge>{" "}
          <FileText text={language === "zh" ? messageZh : message} />
          {evidence
            .filter(({ quote }) => !messageZh.includes(plain(quote)))
            .map(({ plan, quote }, place) => (
              <blockquote key={place} class="small">
                <span class="muted">{plan === "template" ? words.template : words.local}</span>{" "}
                <FileText text={clip(quote, MOST_QUOTE)} />
              </blockquote>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** What could not be compared, or only in part. */
export function MessageList({ messages }: { readonly messages: readonly ComparisonMessage[] }) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  if (messages.length === 0) return null;
  return (
    <div class="note warn">
      <h3>{words.messages}</h3>
      <ul>
        {messages.map(({ message, messageZh }, index) => (
          <li key={index}>
            <FileText text={language === "zh" ? messageZh : message} />
          </li>
        ))}
      </ul>
    </div>
  );
}
