import type { Assessment } from "../../../../schemas/assessment.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge, type BadgeTone } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { standardsWords } from "../words/standards.ts";

type Result = NonNullable<Assessment["result"]> | "none";
const TONE: Readonly<Record<Result, BadgeTone>> = { pass: "good", fail: "bad", incomplete: "warn", none: "plain" };

interface TotalsPanelProps {
  readonly assessment: Assessment;
  readonly title: string;
  /** Changes are read out as they come. */
  readonly isLive?: boolean;
}

/** What an assessment comes to: each category, bonus, total, pass mark, and the result with its reasons. */
export function TotalsPanel({ assessment, title, isLive = false }: TotalsPanelProps) {
  const words = useWords(standardsWords);
  const { categories, subtotal, bonus, total, attainable, passMark, rows } = assessment;
  const assessed = rows.filter(({ status }) => status === "assessed").length;
  return (
    <section class="panel stack totals" aria-label={title}>
      <h2>{title}</h2>
      <p class="total-line" role={isLive ? "status" : undefined}>
        <span class="muted">{words.total}</span> <output class="big-total">{total ?? "—"}</output>{" "}
        {attainable !== null && <span class="muted">{words.attainable(attainable)}</span>}{" "}
        <ResultBadge result={assessment.result} />
      </p>
      <p class="small muted">
        {words.assessed(assessed, rows.length)}
        {passMark !== null && ` · ${words.passMark} ${passMark}`}
      </p>
      <table class="table small">
        <caption class="hidden-text">{title}</caption>
        <tbody>
          {categories.map(({ name, points, max, met, rows: count }) => (
            <tr key={name}>
              <th scope="row">
                <FileText text={name ?? "—"} />
              </th>
              <td class="number">{max === null ? `${words.met} ${met} / ${count}` : `${points ?? 0} / ${max}`}</td>
            </tr>
          ))}
          {subtotal !== null && (
            <tr class="sum-row">
              <th scope="row">{words.subtotal}</th>
              <td class="number">{subtotal}</td>
            </tr>
          )}
          {bonus.items.length > 0 && (
            <tr>
              <th scope="row">{words.bonusCounted}</th>
              <td class="number">
                {bonus.counted < bonus.claimed && (
                  <span class="muted">
                    {words.claimed} {bonus.claimed} →{" "}
                  </span>
                )}
                {bonus.counted}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <ReasonList assessment={assessment} />
    </section>
  );
}

export function ResultBadge({ result }: { readonly result: Assessment["result"] }) {
  const { results } = useWords(standardsWords);
  const shown: Result = result ?? "none";
  return <Badge tone={TONE[shown]}>{results[shown]}</Badge>;
}

/** Why the result is what it is, and what cannot be counted. What is merely not filled in yet is not told one by one. */
function ReasonList({ assessment: { reasons, messages } }: { readonly assessment: Assessment }) {
  const { language } = useLanguage();
  const told = [...reasons, ...messages.filter(({ code }) => code !== "row-missing" && code !== "veto-unanswered")];
  return (
    <ul class="reasons small">
      {told.map(({ code, message, messageZh }, index) => (
        <li key={index} data-code={code}>
          <FileText text={language === "zh" ? messageZh : message} />
        </li>
      ))}
    </ul>
  );
}
