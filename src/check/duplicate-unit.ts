import type { Evidence } from "../../schemas/evidence.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { TextBlock } from "../core/document.ts";
import { locate } from "../core/passage.ts";
import type { Check, FindingDraft } from "./check.ts";
import { rowsOf } from "./table-rows.ts";

interface Holder {
  readonly responsibilities: readonly { readonly units: readonly string[] }[];
  readonly evidence: readonly Evidence[];
}

/**
 * `duplicate-unit`: one list names a body twice. Proved in the source: both names stand in one block with
 * nothing but other names between them; a cell merged over several rows is told once.
 */
export const checkDuplicateUnits: Check = (facts, outline) => {
  const rows = rowsOf(outline);
  const found = new Map<string, FindingDraft>();
  for (const holder of holders(facts))
    for (const unit of repeated(holder))
      for (const block of rows.cellsBeside(holder.evidence)) {
        const evidence = findTwice(block, unit);
        if (evidence)
          found.set(`${block.id} ${evidence[0]!.start}`, { severity: "warning", facts: { unit }, evidence });
      }
  return [...found.values()];
};

const holders = (facts: Facts): Holder[] => [
  ...facts.tasks,
  ...facts.measures,
  ...facts.phases,
  ...facts.standards.flatMap(({ items, bonus, veto }) => [...items, ...bonus, ...veto]),
  ...facts.assignments.flatMap(({ items }) => items),
  ...facts.duties.map(({ units, evidence }) => ({ responsibilities: [{ units }], evidence })),
];

/** Names that stand more than once in one role's list. */
const repeated = ({ responsibilities }: Holder): string[] =>
  responsibilities.flatMap(({ units }) => [...new Set(units.filter((unit, at) => units.indexOf(unit) !== at))]);

const SEPARATOR = "[、，,；;\\s]";
const START = new RegExp(`(?:^|${SEPARATOR}|[：:（(由和及与])$`, "u");
const END = new RegExp(`^(?:$|${SEPARATOR}|[）)。等和及与按]|牵头|负责|配合|参与|参加|协[助同作]|共同|具体)`, "u");
const LONGEST_END = 2;
/** What ends a list: a sentence, a label or a bracket (those inside a name are taken out before), or a role word. */
const NO_LIST = /[。：:；;（）()]|牵头|负责|配合|参与|督导|指导/u;

function findTwice(block: TextBlock, unit: string): Evidence[] | null {
  const places = placesOf(block.text, unit);
  for (const [index, second] of places.entries()) {
    const first = places[index - 1];
    if (first === undefined) continue;
    const between = block.text.slice(first + unit.length, second).replace(/[（(][^（）()]{0,12}[）)]/gu, "");
    if (!NO_LIST.test(between)) return [first, second].map((at) => locate(block, at, at + unit.length));
  }
  return null;
}

/** Where a name stands as a whole, not as a part of a longer one. */
function placesOf(text: string, unit: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + unit.length))
    if (
      START.test(text.slice(Math.max(0, at - 1), at)) &&
      END.test(text.slice(at + unit.length, at + unit.length + LONGEST_END))
    )
      places.push(at);
  return places;
}
