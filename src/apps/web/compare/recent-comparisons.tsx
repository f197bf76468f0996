import { type ComparisonEntry, listComparisons } from "../api/comparisons.ts";
import { readDocument } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { compareWords } from "../words/compare.ts";

/** What was compared last, by anyone. */
export function RecentComparisons() {
  const words = useWords(compareWords);
  const loaded = useLoad(readRecent, ["recent"]);
  return (
    <section class="panel stack" aria-label={words.recent}>
      <h2>{words.recent}</h2>
      <LoadedView of={loaded}>
        {(entries) =>
          entries.length === 0 ? (
            <p class="muted">{words.nothingRecent}</p>
          ) : (
            <ul class="recent">
              {entries.map((entry) => (
                <Recent key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}

interface NamedEntry extends ComparisonEntry {
  readonly titles: readonly string[];
}

const TITLES = 2;

async function readRecent(signal: AbortSignal): Promise<readonly NamedEntry[]> {
  const { items } = await listComparisons(signal);
  const ids = [...new Set(items.flatMap(({ documents }) => documents.slice(0, TITLES)))];
  const titles = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const record = await readDocument(id, signal).catch(() => null);
        return [id, record?.title ?? record?.fileName ?? id] as const;
      }),
    ),
  );
  return items.map((entry) => ({
    ...entry,
    titles: entry.documents.slice(0, TITLES).map((id) => titles.get(id) ?? id),
  }));
}

function Recent({ entry: { id, kind, titles, documents, createdAt } }: { readonly entry: NamedEntry }) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  const isMatrix = kind === "matrix";
  return (
    <li>
      <a href={isMatrix ? `/matrices/${id}` : `/comparisons/${id}`}>
        {isMatrix ? `${words.matrix} · ${words.plans(documents.length)}` : words.comparison}
      </a>
      <span class="recent-names">
        {titles.map((title, index) => (
          <span key={index}>
            {index > 0 && (isMatrix ? "、" : " ↔ ")}
            <FileText text={title} />
          </span>
        ))}
        {documents.length > TITLES && " …"}
      </span>
      <time class="small muted" dateTime={createdAt}>
        {shortTime(createdAt, language)}
      </time>
    </li>
  );
}
