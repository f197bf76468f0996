import { Fragment } from "preact";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";
import { Responsibilities } from "./responsibilities.tsx";

/** Task tables: what, who, by when. */
export function Assignments() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  if (plan.assignments.length === 0) return null;
  return (
    <>
      <h2 class="list-title">{words.assignments}</h2>
      {plan.assignments.map(({ title, items }, table) => (
        <section key={table}>
          <Fact path={`assignments/${table}`}>
            <h3>
              <FileText text={title} /> <span class="muted">{items.length}</span>
            </h3>
          </Fact>
          {items.map(({ number, category, task, measures, responsibilities, due }, index) => (
            <Fragment key={index}>
              {category && category !== items[index - 1]?.category && (
                <h4 class="parent-title">
                  <FileText text={category} />
                </h4>
              )}
              <Fact path={`assignments/${table}/items/${index}`}>
                <p>
                  <span class="muted">{number}</span>{" "}
                  <b>
                    <FileText text={task} />
                  </b>{" "}
                  {due && (
                    <span class="muted">
                      {words.due} {due}
                    </span>
                  )}
                </p>
                {measures && (
                  <p class="long">
                    <FileText text={measures} />
                  </p>
                )}
                <Responsibilities of={responsibilities} />
              </Fact>
            </Fragment>
          ))}
        </section>
      ))}
    </>
  );
}
