import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";

/** What stands where a plan has nothing. */
export function Nothing() {
  return (
    <>
      <span class="muted" aria-hidden="true">
        —
      </span>
      <span class="hidden-text">{useWords(compareWords).none}</span>
    </>
  );
}
