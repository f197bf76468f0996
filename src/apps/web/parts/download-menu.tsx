import { useRef } from "preact/hooks";
import { publishUrl } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { downloadWords } from "../words/download.ts";
import { PLAN_FORMATS, STANDARD_FORMATS } from "./plan-formats.ts";
import "./download-menu.css";

/** Every way to take a plan away, behind one button. */
export function DownloadMenu({
  documentId,
  hasStandard,
}: {
  readonly documentId: string;
  readonly hasStandard: boolean;
}) {
  const words = useWords(downloadWords);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  const formats = hasStandard ? [...PLAN_FORMATS, ...STANDARD_FORMATS] : PLAN_FORMATS;
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={({ key }) => key === "Escape" && close()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="button">{words.download}</summary>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={publishUrl(documentId, format)} download onClick={close}>
              {words.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
