import {
  type DescribedClause,
  type DescribedRow,
  type DescribedText,
  type Features,
  joinFeatures,
} from "../rows/describe-row.ts";
import type { RowIndex } from "../rows/row-index.ts";
import { shareHeld } from "../rows/similarity.ts";

/** A pair of rows with all rows that either belongs to: a demand may stand in a sibling. */
export interface PairedRows {
  readonly template: DescribedRow;
  readonly local: DescribedRow;
  /** All local rows linked with the template row, the main one first; `local` is one of them. */
  readonly localPartners: readonly DescribedRow[];
  readonly templatePartners: readonly DescribedRow[];
  readonly index: RowIndex;
  /** The rows have so few words in common that what was dropped or added cannot be told. */
  readonly isFaint: boolean;
}

/** A clause that fewer of its words than this are found of elsewhere is not said there. */
export const LEAST_SAID = 0.35;

/** What all of some rows say together. */
export const sayings = (rows: readonly DescribedRow[]): Features => joinFeatures(rows.map(({ all }) => all));

/** The clauses of a row that fall to one of its partners: those that it holds best, and to the first what none holds. */
export function clausesFor(
  text: DescribedText,
  partners: readonly DescribedRow[],
  partner: DescribedRow,
  index: RowIndex,
): DescribedClause[] {
  if (partners.length === 1) return [...text.clauses];
  return text.clauses.filter((clause) => {
    const held = partners.map(({ all }) => shareHeld(index, clause.features, all));
    const most = Math.max(...held);
    return partners[most < LEAST_SAID ? 0 : held.indexOf(most)] === partner;
  });
}
