import type { Change, Direction, Relation } from "../../../schemas/change.ts";
import type { Comparison, RowPair, RowReference } from "../../../schemas/comparison.ts";
import { deadlineWhen, phaseSpan, roleTexts, targetValue } from "../../publish/comparison/fact-texts.ts";
import { fieldLabel, type SectionName } from "../../publish/comparison/labels.ts";

/** What a terminal shows of an entry: its relation, where it stands in both plans, and what it says. */
export interface EntryLine {
  readonly relation: Relation;
  readonly direction: Direction | null;
  readonly place: string;
  readonly text: string;
}

const rowLine = ({ relation, direction, changes, templateRow, localRow }: RowPair): EntryLine => ({
  relation,
  direction,
  place: `${placeOf(templateRow)} → ${placeOf(localRow)}`,
  text: [changesText(changes), (localRow ?? templateRow)?.text ?? ""].filter((part) => part !== "").join(" ｜ "),
});

const placeOf = (row: RowReference | null): string => (row ? String(row.number ?? `#${row.ordinal}`) : "–");

const MOST = 24;
const clip = (text: string): string => {
  const line = text.slice(0, 200);
  return [...line].length > MOST ? `${[...line].slice(0, MOST - 1).join("")}…` : line;
};

/** `分值 4 → 6`; what one side alone has: `要求 ＋全覆盖`. */
const changesText = (changes: readonly Change[]): string =>
  changes.map(({ field, from, to }) => `${fieldLabel(field).zh} ${difference(from, to)}`).join("；");

function difference(from: string | null, to: string | null): string {
  if (from === null) return `＋${clip(to ?? "")}`;
  return to === null ? `－${clip(from)}` : `${clip(from)} → ${clip(to)}`;
}

const versus = <T>(template: T | null, local: T | null, show: (entry: T) => string): string =>
  [template, local].map((entry) => (entry === null ? "–" : show(entry))).join(" → ");

/** The entries of each section as lines. */
export const ENTRY_LINES: Readonly<Record<SectionName, (comparison: Comparison) => EntryLine[]>> = {
  standards: ({ standards }) => standards.map(rowLine),
  tasks: ({ tasks }) => tasks.map(rowLine),
  targets: ({ targets }) =>
    targets.map(({ template, local, relation, direction }) => ({
      relation,
      direction,
      place: (template ?? local)?.deadline ?? "",
      text: `${(template ?? local)?.metric ?? ""} ${versus(template, local, targetValue)}`.trim(),
    })),
  phases: ({ phases }) =>
    phases.map(({ template, local, relation }) => ({
      relation,
      direction: null,
      place: "",
      text: versus(template, local, (phase) => `${phase.name}（${phaseSpan(phase)}）`),
    })),
  deadlines: ({ deadlines }) =>
    deadlines.map(({ template, local, relation, direction }) => ({
      relation,
      direction,
      place: versus(template, local, deadlineWhen),
      text: (local ?? template)?.text ?? "",
    })),
  responsibilities: ({ responsibilities }) =>
    responsibilities.map(({ family, template, local, relation }) => ({
      relation,
      direction: null,
      place: family,
      text: [template, local].map((roles) => roleTexts(roles).join("；") || "–").join(" → "),
    })),
};
