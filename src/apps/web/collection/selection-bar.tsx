import { exportUrl } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { DownloadMenu } from "../parts/download-menu.tsx";
import { EXPORT_FORMATS } from "../parts/plan-formats.ts";
import { collectionWords } from "../words/collection.ts";
import { downloadWords } from "../words/download.ts";

/** The server compares and exports so many plans at once. */
export const MOST_TOGETHER = 200;

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
  const ids = [...selected.keys()];
  const [template, ...locals] = ids;
  const target =
    locals.length === 0
      ? param("local", template!)
      : `${param("template", template!)}&${param("local", locals.join(","))}`;
  return (
    <div class="selection-bar">
      <b role="status">{words.selected(selected.size)}</b>
      {ids.length > MOST_TOGETHER ? (
        <span class="wrong">{words.tooManySelected(MOST_TOGETHER)}</span>
      ) : (
        <>
          <a class="button primary" href={`/compare?${target}`} title={words.compareHint}>
            {words.compareSelected}
          </a>
          <DownloadMenu
            label={words.exportSelected}
            downloads={EXPORT_FORMATS.map((format) => ({ name: formats[format], url: exportUrl(ids, format) }))}
          />
        </>
      )}
      <button type="button" class="button quiet" onClick={onClear}>
        {words.unselect}
      </button>
    </div>
  );
}
