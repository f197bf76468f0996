import type { MatrixPlan, MatrixRow } from "../../../../schemas/matrix.ts";
import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { CellView, PlanHead, RowHead } from "./matrix-cells.tsx";

/** So many plans are as wide as a sheet of A4 lying. */
const PLANS_A_SHEET = 9;

interface PrintedMatrixProps {
  readonly plans: readonly MatrixPlan[];
  readonly rows: readonly MatrixRow[];
}

/** All rows of all plans on paper: some plans a table, each with the rows' words before it. */
export function PrintedMatrix({ plans, rows }: PrintedMatrixProps) {
  const words = useWords(compareWords);
  const firsts = plans.keys().filter((index) => index % PLANS_A_SHEET === 0);
  return (
    <div class="printed-matrix">
      {[...firsts].map((first) => {
        const indexes = [...plans.keys()].slice(first, first + PLANS_A_SHEET);
        return (
          <table key={first} class="table matrix-table">
            <caption>{words.plansFrom(first + 1, first + indexes.length, plans.length)}</caption>
            <thead>
              <tr>
                <th scope="col" class="label">
                  {words.row}
                </th>
                {indexes.map((index) => (
                  <PlanHead key={index} plan={plans[index]!} column={index + 2} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <RowHead row={row} />
                  {indexes.map((index) => (
                    <CellView key={index} cell={row.cells[index]!} plan={plans[index]!} column={index + 2} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}
