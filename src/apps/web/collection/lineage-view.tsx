import "./collection.css";
import { useMemo } from "preact/hooks";
import type { Lineage, LineagePlan } from "../../../../schemas/lineage.ts";
import { readLineage } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { collectionWords } from "../words/collection.ts";
import { kindWords } from "../words/kinds.ts";
import { growForest, type LineageNode } from "./lineage-tree.ts";

/** How plans rest on each other: nation, province, city, county. */
export function LineageView() {
  const words = useWords(collectionWords);
  const loaded = useLoad(readLineage, ["lineage"]);
  return (
    <div class="page">
      <h1>{words.lineage}</h1>
      <p class="muted">{words.lineageHint}</p>
      <LoadedView of={loaded}>{(lineage) => <Forest lineage={lineage} />}</LoadedView>
    </div>
  );
}

function Forest({ lineage }: { readonly lineage: Lineage }) {
  const words = useWords(collectionWords);
  const { trees, alone } = useMemo(() => growForest(lineage), [lineage]);
  return (
    <>
      {trees.length === 0 && <p class="panel">{words.noLineage}</p>}
      {trees.length > 0 && (
        <ul class="lineage panel">
          {trees.map((node) => (
            <Branch key={node.plan.id} node={node} />
          ))}
        </ul>
      )}
      {alone.length > 0 && (
        <details>
          <summary>
            {words.others}（{alone.length}）
          </summary>
          <ul class="lineage panel">
            {alone.map((plan) => (
              <li key={plan.id}>
                <PlanLine plan={plan} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Branch({ node: { plan, children, versions } }: { readonly node: LineageNode }) {
  const words = useWords(collectionWords);
  return (
    <li>
      <PlanLine plan={plan} />
      {versions > 1 && <Badge>{words.versions(versions)}</Badge>}
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Branch key={child.plan.id} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function PlanLine({ plan: { id, title, level, jurisdiction, issuedOn, template } }: { readonly plan: LineagePlan }) {
  const words = useWords(collectionWords);
  const { levels } = useWords(kindWords);
  return (
    <span class="row lineage-line">
      {level && <Badge tone="info">{levels[level]}</Badge>}
      <a href={`/documents/${encodeURIComponent(id)}`}>
        <FileText text={title ?? words.untitled} />
      </a>
      <span class="muted small">
        <FileText text={[jurisdiction, issuedOn].filter(Boolean).join(" · ")} />
      </span>
      {template !== null && (
        <a class="small" href={`/compare?template=${encodeURIComponent(template)}&local=${encodeURIComponent(id)}`}>
          {words.compareWithTemplate}
        </a>
      )}
    </span>
  );
}
