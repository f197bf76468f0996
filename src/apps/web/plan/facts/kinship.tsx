import type { DocumentRecord } from "../../../../../schemas/document-record.ts";
import { readDocument, readDocumentLineage, readVersions } from "../../api/documents.ts";
import { useLoad } from "../../api/use-load.tsx";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";

/** A province's plan may have a hundred below it: the lineage view has them all. */
const MOST_BELOW = 12;

interface Kin {
  readonly chain: readonly DocumentRecord[];
  readonly below: readonly DocumentRecord[];
  readonly versions: readonly DocumentRecord[];
}

async function readKin(id: string, signal: AbortSignal): Promise<Kin> {
  const [{ plan, links }, { items }] = await Promise.all([readDocumentLineage(id, signal), readVersions(id, signal)]);
  const read = (ids: readonly string[]) => Promise.all(ids.map((each) => readDocument(each, signal)));
  const below = links.filter(({ to, relation }) => to === id && relation === "implements").map(({ from }) => from);
  return {
    chain: await read(plan.chain),
    below: await read([...new Set(below)].slice(0, MOST_BELOW)),
    versions: items.filter((version) => version.id !== id),
  };
}

/** The plans above and below this one, and its other issues, as links. */
export function Kinship() {
  const words = useWords(planWords);
  const { document: record } = useDesk();
  const { value } = useLoad((signal) => readKin(record.id, signal), ["kin", record.id]);
  if (!value) return null;
  const groups = [
    [words.chain, value.chain],
    [words.below, value.below],
    [words.versions, value.versions],
  ] as const;
  return (
    <>
      {groups.map(
        ([name, documents]) =>
          documents.length > 0 && (
            <div key={name} class="header-fact kin">
              <span class="muted">{name}</span>
              <ul>
                {documents.map(({ id, title, fileName, issuedOn }) => (
                  <li key={id}>
                    <a href={`/documents/${encodeURIComponent(id)}`}>
                      <FileText text={title ?? fileName} />
                    </a>{" "}
                    <span class="muted small">{issuedOn}</span>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
