import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function AssessmentView() {
  return <h1>{useWords(appWords).standards}</h1>;
}
