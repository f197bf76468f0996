import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function OperationsView() {
  return <h1>{useWords(appWords).operations}</h1>;
}
