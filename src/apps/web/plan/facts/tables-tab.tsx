import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Assignments } from "./assignments.tsx";
import { Fact } from "./fact.tsx";
import { PlainTable } from "./plain-table.tsx";

/** Whatever else stands in tables: assignments, lists, rosters, blank forms. */
export function TablesTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  return (
    <div class="fact-list">
      <Assignments />
      {plan.lists.length > 0 && <h2 class="list-title">{words.lists}</h2>}
      {plan.lists.map(({ title, columns, rows }, index) => (
        <section key={index}>
          <Fact path={`lists/${index}`}>
            <h3>
              <FileText text={title} /> <span class="muted">{rows.length}</span>
            </h3>
          </Fact>
          <PlainTable label={title} columns={columns} rows={rows} />
        </section>
      ))}
      {plan.rosters.length > 0 && <h2 class="list-title">{words.rosters}</h2>}
      {plan.rosters.map(({ title, members }, index) => (
        <section key={index}>
          <Fact path={`rosters/${index}`}>
            <h3>
              <FileText text={title} />
            </h3>
          </Fact>
          {members.map(({ role, name, position }, at) => (
            <Fact key={at} path={`rosters/${index}/members/${at}`}>
              <p>
                <span class="muted">
                  <FileText text={role} />
                </span>{" "}
                <b>
                  <FileText text={name} />
                </b>{" "}
                <FileText text={position} />
              </p>
            </Fact>
          ))}
        </section>
      ))}
      {plan.forms.length > 0 && <h2 class="list-title">{words.forms}</h2>}
      {plan.forms.map(({ title, fields }, index) => (
        <Fact key={index} path={`forms/${index}`}>
          <h3>
            <FileText text={title} />
          </h3>
          <p class="muted">
            <FileText text={fields.join("、")} />
          </p>
        </Fact>
      ))}
    </div>
  );
}
