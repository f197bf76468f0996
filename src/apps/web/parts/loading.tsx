import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function Loading() {
  return (
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {useWords(appWords).loading}
    </p>
  );
}
