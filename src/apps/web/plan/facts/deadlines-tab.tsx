import type { Deadline } from "../../../../../schemas/deadline.ts";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";

export function DeadlinesTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  return (
    <div class="fact-list">
      {plan.deadlines.map((deadline, index) => (
        <Fact key={index} path={`deadlines/${index}`}>
          <div class="target">
            <strong class="figure">{dateOf(deadline, words)}</strong>
            <div>
              <p>
                <FileText text={deadline.text} />
              </p>
              <p class="muted small">
                {deadline.by.length > 0 && (
                  <>
                    {words.by} <FileText text={deadline.by.join("、")} />{" "}
                  </>
                )}
                {deadline.to && (
                  <>
                    {words.to} <FileText text={deadline.to} />
                  </>
                )}
              </p>
            </div>
          </div>
        </Fact>
      ))}
    </div>
  );
}

/** `--10-25` → `每年 10-25`. */
function dateOf({ due, recurring }: Deadline, words: typeof planWords.zh): string {
  if (due !== null) return due;
  if (recurring === null) return words.noDeadline;
  if (recurring === "monthly" || recurring === "quarterly" || recurring === "yearly") return words.recurring[recurring];
  return words.everyYear(recurring.slice(2));
}
