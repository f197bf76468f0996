import { publishUrl } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { PLAN_FORMATS } from "../parts/plan-formats.ts";
import { collectionWords } from "../words/collection.ts";
import { downloadWords } from "../words/download.ts";
import { saveAll } from "./save-all.ts";

const param = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;

/** What can be done with the chosen plans together. */
export function SelectionBar({
  selected,
  onClear,
}: {
  readonly selected: ReadonlyMap<string, string>;
  readonly onClear: () => void;
}) {
  const words = useWords(collectionWords);
  const { formats } = useWords(downloadWords);
  const [template, ...locals] = [...selected.keys()];
  const target =
    locals.length === 0
      ? param("local", template!)
      : `${param("template", template!)}&${param("local", locals.join(","))}`;
  return (
    <div class="selection-bar" role="status">
      <b>{words.selected(selected.size)}</b>
      <a class="button primary" href={`/compare?${target}`} title={words.compareHint}>
        {words.compareSelected}
      </a>
      <label class="row">
        <span class="hidden-text">{words.exportSelected}</span>
        <select
          value=""
          onChange={({ currentTarget }) => {
            const format = currentTarget.value;
            currentTarget.value = "";
            if (format) saveAll([...selected.keys()].map((id) => publishUrl(id, format)));
          }}
        >
          <option value="">{words.exportSelected}…</option>
          {PLAN_FORMATS.map((format) => (
            <option key={format} value={format}>
              {formats[format]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button quiet" onClick={onClear}>
        {words.unselect}
      </button>
    </div>
  );
}
