import { readLineage } from "../../api/documents.ts";
import { useLoad } from "../../api/use-load.tsx";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";

/** The plans above and below this one, and its other issues, as links. */
export function Kinship() {
  const words = useWords(planWords);
  const { document: record } = useDesk();
  const { value } = useLoad(readLineage, ["lineage"]);
  const own = value?.plans.find(({ id }) => id === record.id);
  if (!value || !own) return null;
  const titles = new Map(value.plans.map(({ id, title }) => [id, title ?? words.untitled]));
  const below = value.plans.filter(({ template }) => template === record.id).map(({ id }) => id);
  const versions = value.versions.find((issues) => issues.includes(record.id))?.filter((id) => id !== record.id) ?? [];
  const groups = [
    [words.chain, own.chain],
    [words.below, below],
    [words.versions, versions],
  ] as const;
  return (
    <>
      {groups.map(
        ([name, ids]) =>
          ids.length > 0 && (
            <div key={name} class="header-fact kin">
              <span class="muted">{name}</span>
              <ul>
                {ids.map((id) => (
                  <li key={id}>
                    <a href={`/documents/${encodeURIComponent(id)}`}>
                      <FileText text={titles.get(id)} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
