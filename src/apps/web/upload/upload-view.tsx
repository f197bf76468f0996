import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";

export function UploadView() {
  return <h1>{useWords(appWords).upload}</h1>;
}
