import type { Responsibility } from "../../../../schemas/responsibility.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { useDesk } from "../plan/desk.tsx";
import { kindWords } from "../words/kinds.ts";
import { reviewWords } from "../words/review.ts";
import { useReview } from "./use-review.tsx";

/** What people said of a fact, and what the machine had where they corrected it, with the way back to it. */
export function FactNotes({ path }: { readonly path: string }) {
  const words = useWords(reviewWords);
  const { canReview, certaintyOf, comments } = useDesk();
  const { restore } = useReview();
  const corrected = certaintyOf(path)?.corrected ?? [];
  const remarks = comments.filter((comment) => comment.path === `/${path}`);
  if (corrected.length + remarks.length === 0) return null;
  return (
    <ul class="fact-notes">
      {corrected.map(({ id, path: at, machine, who, why }) => (
        <li key={id}>
          <span class="muted">
            {words.fields[at.split("/").at(-1)!] ?? at.slice(path.length + 2)} · {words.machine}:
          </span>{" "}
          <s>
            <ValueText value={machine} />
          </s>{" "}
          <span class="muted">
            ({who}
            {why && (
              <>
                : <FileText text={why} />
              </>
            )}
            )
          </span>{" "}
          {canReview && (
            <button
              type="button"
              class="link-button"
              onClick={(event) => {
                event.stopPropagation();
                restore(at);
              }}
            >
              {words.restore}
            </button>
          )}
        </li>
      ))}
      {remarks.map(({ id, who, text }) => (
        <li key={id}>
          <span class="muted">❝ {who}:</span> <FileText text={text} />
        </li>
      ))}
    </ul>
  );
}

/** A value of any shape in words. */
export function ValueText({ value }: { readonly value: unknown }) {
  const words = useWords(reviewWords);
  const { roles } = useWords(kindWords);
  if (value === null || value === "") return <span class="muted">{words.empty}</span>;
  if (!Array.isArray(value))
    return <FileText text={typeof value === "object" ? JSON.stringify(value) : String(value)} />;
  const parts = value.map((each: unknown) =>
    typeof each === "object" && each !== null && "role" in each
      ? `${roles[(each as Responsibility).role]}：${(each as Responsibility).units.join("、")}`
      : String(each),
  );
  return <FileText text={parts.join("；")} />;
}
