import { useState } from "preact/hooks";
import { ApiProblem } from "../api/api-problem.ts";
import { openSession } from "../api/session.ts";
import { Dialog } from "../parts/dialog.tsx";
import { appWords } from "../words/app.ts";
import { useWords } from "./language.tsx";

export function KeyDialog() {
  const words = useWords(appWords);
  const [key, setKey] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await openSession(key.trim());
      location.reload();
    } catch (error) {
      setWrong(error instanceof ApiProblem ? error.message : String(error));
    }
  };
  return (
    <Dialog title={words.keyTitle} onClose={null}>
      <form class="stack" onSubmit={enter}>
        <p>{words.keyHint}</p>
        <label class="field">
          <span>{words.key}</span>
          <input
            type="password"
            autocomplete="current-password"
            required
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        {wrong && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div class="row end">
          <button type="submit" class="button primary">
            {words.enter}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
