import { listBatches } from "../api/submissions.ts";
import { useLoad } from "../api/use-load.tsx";
import { useLanguage, useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { shortTime } from "../parts/short-time.ts";
import { uploadWords } from "../words/upload.ts";

export function RecentBatches() {
  const words = useWords(uploadWords);
  const { language } = useLanguage();
  const loaded = useLoad(listBatches, ["batches"]);
  return (
    <section class="stack">
      <h2>{words.recent}</h2>
      <LoadedView of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{words.noBatches}</p>
          ) : (
            <ul class="batches panel">
              {items.map(({ id, name, counts, createdAt }) => {
                const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
                return (
                  <li key={id} class="row">
                    <a href={`/batches/${id}`}>{name ? <FileText text={name} /> : shortTime(createdAt, language)}</a>
                    <span class="muted">{words.files(all)}</span>
                    <Badge tone={counts.done === all ? "good" : "plain"}>{words.of(counts.done, all)}</Badge>
                    {counts.failed > 0 && <Badge tone="bad">{words.failedCount(counts.failed)}</Badge>}
                  </li>
                );
              })}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}
