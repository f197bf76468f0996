import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { uploadWords } from "../words/upload.ts";
import { forgetRefused, type Uploads } from "./uploads.ts";

const MOST_SHOWN = 50;

/** Which files were not taken, each with its reason. */
export function RefusedNote({ refused }: { readonly refused: Uploads["refused"] }) {
  const words = useWords(uploadWords);
  const reasons: Readonly<Record<string, string>> = { empty: words.empty, unsupported: words.unsupported };
  return (
    <div class="note warn" role="alert">
      <p>
        <b>{words.refusedTitle(refused.length)}</b>
      </p>
      <ul>
        {refused.slice(0, MOST_SHOWN).map(({ name, reason }, index) => (
          <li key={index}>
            <FileText text={name} />：{reason === null ? words.failedToSend : (reasons[reason] ?? reason)}
          </li>
        ))}
        {refused.length > MOST_SHOWN && <li>…</li>}
      </ul>
      <button type="button" class="button" onClick={forgetRefused}>
        {words.dismiss}
      </button>
    </div>
  );
}
