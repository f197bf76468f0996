import type { Matrix } from "../../../../schemas/matrix.ts";
import { columnName } from "../../../publish/comparison/matrix-tables.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { clip } from "./clip.ts";

/** Plans that lack a row which all others have, or alone have one. */
export function OutlierList({ matrix: { outliers, plans, rows } }: { readonly matrix: Matrix }) {
  const words = useWords(compareWords);
  const planNames = new Map(plans.map((plan) => [plan.id, columnName(plan)]));
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  if (outliers.length === 0) return null;
  const byPlan = Map.groupBy(outliers, ({ plan, kind }) => `${kind} ${plan}`);
  return (
    <section class="panel stack" aria-label={words.outliers}>
      <h2>{words.outliers}</h2>
      {[...byPlan].map(([key, members]) => (
        <details key={key}>
          <summary>
            <FileText text={planNames.get(members[0]!.plan) ?? members[0]!.plan} />{" "}
            {members[0]!.kind === "missing" ? words.outlierMissing : words.outlierAlone}（{members.length}）
          </summary>
          <ul>
            {members.map(({ row }) => (
              <li key={row}>
                <FileText text={clip(labels.get(row) ?? row)} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
