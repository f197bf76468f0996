import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function LineageView() {
  return <h1>{useWords(appWords).lineage}</h1>;
}
