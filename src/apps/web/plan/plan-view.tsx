import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function PlanView() {
  return <h1>{useWords(appWords).collection}</h1>;
}
