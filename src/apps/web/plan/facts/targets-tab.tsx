import type { Target } from "../../../../../schemas/target.ts";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";

const SIGN = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "" } as const;

const figureOf = ({ comparator, value, max, unit }: Target): string =>
  value === null
    ? ""
    : `${comparator ? SIGN[comparator] : ""} ${value}${max === undefined ? "" : `–${max}`} ${unit ?? ""}`.trim();

export function TargetsTab() {
  const words = useWords(planWords);
  return (
    <div class="fact-list">
      {useDesk().plan.targets.map((target, index) => (
        <Fact key={index} path={`targets/${index}`}>
          <div class="target">
            <strong class="figure">
              <FileText text={figureOf(target) || words.qualitative} />
            </strong>
            <div>
              <p>
                <b>
                  <FileText text={target.metric ?? target.text} />
                </b>
                {target.scope && (
                  <span class="muted">
                    {" "}
                    <FileText text={target.scope} />
                  </span>
                )}{" "}
                <span class="muted">
                  {target.deadline ?? words.noDeadline}
                  {target.hedge && ` · ${target.hedge}`}
                </span>
              </p>
              {target.metric && (
                <p class="muted small">
                  <FileText text={target.text} />
                </p>
              )}
            </div>
          </div>
        </Fact>
      ))}
    </div>
  );
}
