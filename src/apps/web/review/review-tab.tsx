import { readHistory } from "../api/documents.ts";
import { listReviews } from "../api/reviews.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { isCheck } from "../plan/certainty.ts";
import { useDesk } from "../plan/desk.tsx";
import { planWords } from "../words/plan.ts";
import { reviewWords } from "../words/review.ts";
import { CommentList } from "./comment-list.tsx";
import { ValueText } from "./fact-notes.tsx";
import { usePathName } from "./use-path-name.tsx";

/** Who said and changed what: verdicts with their comments, remarks, corrections and checks, and the log of every write. */
export function ReviewTab() {
  const words = useWords(reviewWords);
  const { document: record, facts, certaintyOf, canReview, openDialog } = useDesk();
  const done = [...facts.keys()].filter((path) => {
    const certainty = certaintyOf(path);
    return certainty && certainty.checked.length + certainty.corrected.length > 0;
  });
  return (
    <div class="fact-list">
      <div class="row between">
        <p>{words.progress(done.length, facts.size)}</p>
        {canReview && (
          <div class="row">
            <button type="button" class="button" onClick={() => openDialog({ commentOn: null })}>
              {words.comment}
            </button>
            <button type="button" class="button primary" onClick={() => openDialog("approve")}>
              {record.approval ? words.reopen : words.approve}
            </button>
          </div>
        )}
      </div>
      <Verdicts />
      <CommentList />
      <Corrections />
      <Log />
    </div>
  );
}

/** What is another one as soon as somebody changed, approved or remarked on the plan. */
function useStateOfReview(): readonly unknown[] {
  const { document: record, comments } = useDesk();
  return [record.id, record.updatedAt, record.approval?.at ?? null, comments.length];
}

function Verdicts() {
  const { language } = useLanguage();
  const words = useWords(reviewWords);
  const { document: record } = useDesk();
  const loaded = useLoad((signal) => listReviews(record.id, signal), ["reviews", ...useStateOfReview()]);
  return (
    <>
      <h2 class="list-title">{words.verdict}</h2>
      <LoadedView of={loaded}>
        {(reviews) => (
          <ul class="history">
            {reviews.map(({ id, verdict, who, note, at }) => (
              <li key={id}>
                <Badge tone={verdict === "approved" ? "good" : "plain"}>{words.verdicts[verdict]}</Badge> {who}{" "}
                <span class="muted">{shortTime(at, language)}</span>
                {note && (
                  <p>
                    <FileText text={note} />
                  </p>
                )}
              </li>
            ))}
            {reviews.length === 0 && <li class="muted">{words.noHistory}</li>}
          </ul>
        )}
      </LoadedView>
    </>
  );
}

function Corrections() {
  const { language } = useLanguage();
  const words = useWords(reviewWords);
  const plan = useWords(planWords);
  const nameOf = usePathName();
  const { corrections, show } = useDesk();
  return (
    <>
      <h2 class="list-title">{words.corrections}</h2>
      <ul class="history">
        {corrections.map((correction) => {
          const { id, path, machine, value, who, why, at, withdrawn } = correction;
          const fact = path.slice(1);
          return (
            <li key={id} class={withdrawn ? "withdrawn" : undefined}>
              {isCheck(correction) ? (
                <Badge tone="good">✓ {plan.checked}</Badge>
              ) : (
                <Badge tone="info">{plan.corrected}</Badge>
              )}{" "}
              <button type="button" class="link-button" onClick={() => show(fact.replace(/\/[a-z]+$/iu, ""), "facts")}>
                {nameOf(fact)}
              </button>{" "}
              {who} <span class="muted">{shortTime(at, language)}</span>
              {withdrawn && <span class="muted"> · {words.withdrawn(withdrawn.who)}</span>}
              {!isCheck(correction) && (
                <p>
                  <s>
                    <ValueText value={machine} />
                  </s>{" "}
                  → <ValueText value={value} />
                </p>
              )}
              {why && (
                <p class="muted">
                  <FileText text={why} />
                </p>
              )}
            </li>
          );
        })}
        {corrections.length === 0 && <li class="muted">{words.noHistory}</li>}
      </ul>
    </>
  );
}

function Log() {
  const { language } = useLanguage();
  const words = useWords(reviewWords);
  const { document: record } = useDesk();
  const loaded = useLoad((signal) => readHistory(record.id, signal), ["history", ...useStateOfReview()]);
  return (
    <>
      <h2 class="list-title">{words.audit}</h2>
      <LoadedView of={loaded}>
        {({ items }) => (
          <ul class="history small">
            {items.map(({ id, at, actor, action }) => (
              <li key={id}>
                <span class="muted">{shortTime(at, language)}</span> {actor}{" "}
                {words.actions[action] ?? <code>{action}</code>}
              </li>
            ))}
            {items.length === 0 && <li class="muted">{words.noHistory}</li>}
          </ul>
        )}
      </LoadedView>
    </>
  );
}
