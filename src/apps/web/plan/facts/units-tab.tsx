import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";

export function UnitsTab() {
  const words = useWords(planWords);
  const { levels } = useWords(kindWords);
  const { plan } = useDesk();
  return (
    <div class="fact-list">
      {plan.duties.length > 0 && <h2 class="list-title">{words.duties}</h2>}
      {plan.duties.map(({ units, text }, index) => (
        <Fact key={index} path={`duties/${index}`}>
          <p>
            <b>
              <FileText text={units.join("、")} />
            </b>
          </p>
          <p class="long">
            <FileText text={text} />
          </p>
        </Fact>
      ))}
      {plan.units.length > 0 && (
        <h2 class="list-title">
          {words.units} <span class="muted">{plan.units.length}</span>
        </h2>
      )}
      {plan.units.map(({ name, aliases, family, level, evidence }, index) => (
        <Fact key={index} path={`units/${index}`}>
          <p>
            <b>
              <FileText text={name} />
            </b>{" "}
            <span class="muted">
              {family}
              {level && ` · ${levels[level]}`} · {words.mentions} {evidence.length}
            </span>
          </p>
          {aliases.length > 0 && (
            <p class="muted small">
              {words.otherNames} <FileText text={aliases.join("、")} />
            </p>
          )}
        </Fact>
      ))}
    </div>
  );
}
