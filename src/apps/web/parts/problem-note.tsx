import type { ApiProblem } from "../api/api-problem.ts";
import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

/** Why something could not be shown or done, in the server's own sentence. */
export function ProblemNote({ problem, onRetry }: { readonly problem: ApiProblem; readonly onRetry?: () => void }) {
  const words = useWords(appWords);
  return (
    <div class="note bad" role="alert">
      <p>{problem.code === "offline" ? words.offline : problem.code === "broken" ? words.broken : problem.message}</p>
      {problem.requestId && <p class="muted small">{words.requestId(problem.requestId)}</p>}
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
