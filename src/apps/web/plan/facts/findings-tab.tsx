import type { Severity } from "../../../../../schemas/finding.ts";
import { sentence } from "../../../../core/sentences/sentence.ts";
import { useLanguage, useWords } from "../../app/language.tsx";
import { Badge, type BadgeTone } from "../../parts/badge.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";

const TONE: Readonly<Record<Severity, BadgeTone>> = { error: "bad", warning: "warn", info: "plain" };

/** What a careful clerk would query, and what was told in reading. */
export function FindingsTab() {
  const words = useWords(planWords);
  const kinds = useWords(kindWords);
  const { language } = useLanguage();
  const { findings, messages } = useDesk().plan;
  return (
    <div class="fact-list">
      {findings.length === 0 && <p class="muted">{words.noFindings}</p>}
      {findings.map(({ code, severity, message, messageZh }, index) => (
        <Fact key={index} path={`findings/${index}`}>
          <p>
            <Badge tone={TONE[severity]}>{kinds.severities[severity]}</Badge> <b>{kinds.findings[code]}</b>
          </p>
          <p>
            <FileText text={language === "zh" ? messageZh : message} />
          </p>
        </Fact>
      ))}
      {messages.length > 0 && <h2 class="list-title">{words.messages}</h2>}
      {messages.map((message, index) => (
        <p key={index} class="message">
          <Badge tone={TONE[message.severity]}>{kinds.severities[message.severity]}</Badge>{" "}
          <FileText text={sentence(message, language)} />
        </p>
      ))}
    </div>
  );
}
