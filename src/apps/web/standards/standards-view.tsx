import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function StandardsView() {
  return <h1>{useWords(appWords).standards}</h1>;
}
