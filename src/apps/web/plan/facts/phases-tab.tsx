import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { TimeLine } from "../../parts/time-line.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";
import { Responsibilities } from "./responsibilities.tsx";

export function PhasesTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  const spans = plan.phases.map(({ name, start, end }, index) => ({ key: `phases/${index}`, name, start, end }));
  return (
    <div class="fact-list">
      <TimeLine
        label={words.tabs.phases}
        spans={spans}
        marks={plan.header.issuedOn ? [{ date: plan.header.issuedOn, name: words.header.issuedOn }] : []}
      />
      {plan.phases.map(({ name, start, end, text, responsibilities }, index) => (
        <Fact key={index} path={`phases/${index}`}>
          <p>
            <b>
              <FileText text={name} />
            </b>{" "}
            <span class="muted">{start || end ? `${start ?? "…"} — ${end ?? "…"}` : words.openEnd}</span>
          </p>
          <p class="long">
            <FileText text={text} />
          </p>
          <Responsibilities of={responsibilities} />
        </Fact>
      ))}
    </div>
  );
}
