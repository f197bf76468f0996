import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function MatrixView() {
  return <h1>{useWords(appWords).compare}</h1>;
}
