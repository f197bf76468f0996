import type { Matrix } from "../../../../schemas/matrix.ts";
import { readMatrix } from "../api/comparisons.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { usePlace } from "../app/location.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { LoadedView } from "../parts/loaded-view.tsx";
import { usePrinting } from "../parts/use-printing.tsx";
import { compareWords } from "../words/compare.ts";
import { CoverageBars } from "./coverage-bars.tsx";
import { ExportLinks } from "./export-links.tsx";
import { passes, readFilter } from "./filter.ts";
import { Choice, FilterBar } from "./filter-bar.tsx";
import { MatrixPhases } from "./matrix-phases.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { OutlierList } from "./outlier-list.tsx";
import { PrintedMatrix } from "./printed-matrix.tsx";
import { RowTexts } from "./row-texts.tsx";
import { SectionChoice } from "./section-choice.tsx";
import "./compare.css";
import "./matrix.css";

/** N plans side by side. */
export function MatrixView({ parts }: { readonly parts: RouteParts }) {
  const id = parts.id ?? "";
  const loaded = useLoad((signal) => readMatrix(id, signal), [id]);
  return (
    <div class="page matrix">
      <LoadedView of={loaded}>{(matrix) => <Whole id={id} matrix={matrix} />}</LoadedView>
    </div>
  );
}

const VIEWS = ["rows", "phases", "coverage"] as const;

function Whole({ id, matrix }: { readonly id: string; readonly matrix: Matrix }) {
  const words = useWords(compareWords);
  const { query } = usePlace();
  const view = VIEWS.find((each) => each === query.get("view")) ?? "rows";
  const names = { rows: words.viewRows, phases: words.viewPhases, coverage: words.viewCoverage };
  return (
    <>
      <div class="page-head">
        <h1>{words.matrixTitle(matrix.plans.length)}</h1>
        <div class="row no-print">
          <ExportLinks kind="matrices" id={id} />
          <button type="button" class="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      </div>
      <fieldset class="filter-bar no-print">
        <legend class="hidden-text">{words.view}</legend>
        {VIEWS.map((each) => (
          <Choice
            key={each}
            name="view"
            value={each === "rows" ? null : each}
            isChosen={each === view}
            label={names[each]}
          />
        ))}
      </fieldset>
      {view === "rows" && <Rows matrix={matrix} query={query} />}
      {view === "phases" && <MatrixPhases plans={matrix.plans} />}
      {view === "coverage" && <CoverageBars plans={matrix.plans} />}
    </>
  );
}

function Rows({ matrix, query }: { readonly matrix: Matrix; readonly query: URLSearchParams }) {
  const words = useWords(compareWords);
  const isPrinting = usePrinting();
  const filter = readFilter(query);
  const section = query.get("section");
  const isFiltered = filter.relation !== null || filter.direction !== null;
  const rows = matrix.rows
    .filter((row) => section === null || row.section === section)
    .filter(({ cells }) => !isFiltered || cells.some((cell) => cell.rows.length > 0 && passes(cell, filter)));
  const open = matrix.rows.find(({ id }) => id === query.get("row"));
  return (
    <>
      <SectionChoice rows={matrix.rows} chosen={section} />
      <FilterBar filter={filter} />
      <p class="row between small muted">
        <span>{words.legend}</span>
        <span>{words.shown(rows.length, matrix.rows.length)}</span>
      </p>
      <MatrixTable plans={matrix.plans} rows={rows} />
      {isPrinting && <PrintedMatrix plans={matrix.plans} rows={rows} />}
      <OutlierList matrix={matrix} />
      {open && <RowTexts plans={matrix.plans} row={open} />}
    </>
  );
}
