import type { Change } from "../../../../schemas/change.ts";
import { DIRECTION, fieldLabel } from "../../../publish/comparison/labels.ts";
import { useLanguage } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { clip } from "./clip.ts";

/** What differs between two entries, one change a line: `分值 4 → 6 ▲`. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <ul class="changes">
      {changes.map((change, index) => (
        <ChangeLine key={index} change={change} />
      ))}
    </ul>
  );
}

function ChangeLine({ change: { field, from, to, direction } }: { readonly change: Change }) {
  const { language } = useLanguage();
  return (
    <li>
      <b>{fieldLabel(field)[language]}</b>{" "}
      {from !== null && (
        <del>
          <FileText text={clip(from)} />
        </del>
      )}
      {from !== null && to !== null ? " → " : " "}
      {to !== null && (
        <ins>
          <FileText text={clip(to)} />
        </ins>
      )}
      {direction !== "other" && (
        <span class="way" title={DIRECTION[direction][language]}>
          {" "}
          {DIRECTION[direction].sign}
          <span class="hidden-text">{DIRECTION[direction][language]}</span>
        </span>
      )}
    </li>
  );
}
