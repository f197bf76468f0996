import { Fragment } from "preact";
import type { Task } from "../../../../../schemas/task.ts";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "./fact.tsx";
import { Responsibilities } from "./responsibilities.tsx";

export function TasksTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  return (
    <div class="fact-list">
      <TaskList title={words.tasks} root="tasks" tasks={plan.tasks} />
      <TaskList title={words.measures} root="measures" tasks={plan.measures} />
    </div>
  );
}

function TaskList({
  title,
  root,
  tasks,
}: {
  readonly title: string;
  readonly root: "tasks" | "measures";
  readonly tasks: readonly Task[];
}) {
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2 class="list-title">
        {title} <span class="muted">{tasks.length}</span>
      </h2>
      {tasks.map(({ number, title: name, parent, text, responsibilities }, index) => (
        <Fragment key={index}>
          {parent && parent.title !== tasks[index - 1]?.parent?.title && (
            <h3 class="parent-title">
              <FileText text={`${parent.number ?? ""} ${parent.title}`} />
            </h3>
          )}
          <Fact path={`${root}/${index}`}>
            <p>
              <span class="muted">
                <FileText text={number} />
              </span>{" "}
              <b>
                <FileText text={name} />
              </b>
            </p>
            {text && (
              <p class="long">
                <FileText text={text} />
              </p>
            )}
            <Responsibilities of={responsibilities} />
          </Fact>
        </Fragment>
      ))}
    </section>
  );
}
