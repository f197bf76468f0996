import { useLanguage, useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { shortTime } from "../parts/short-time.ts";
import { useDesk } from "../plan/desk.tsx";
import { reviewWords } from "../words/review.ts";
import { usePathName } from "./use-path-name.tsx";

/** Every remark, with the fact that it speaks of. */
export function CommentList() {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const nameOf = usePathName();
  const { comments, show } = useDesk();
  return (
    <>
      <h2 class="list-title">{words.comments}</h2>
      <ul class="history">
        {comments.map(({ id, path, text, who, at }) => (
          <li key={id}>
            {path === null ? (
              words.wholePlan
            ) : (
              <button type="button" class="link-button" onClick={() => show(path.slice(1), "facts")}>
                {nameOf(path.slice(1))}
              </button>
            )}{" "}
            {who} <span class="muted">{shortTime(at, language)}</span>
            <p class="remark">
              <FileText text={text} />
            </p>
          </li>
        ))}
        {comments.length === 0 && <li class="muted">{words.noComments}</li>}
      </ul>
    </>
  );
}
