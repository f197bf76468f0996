import type { RelationCounts } from "../../../../schemas/comparison.ts";
import { DIRECTION, RELATION } from "../../../publish/comparison/labels.ts";
import { useLanguage, useWords } from "../app/language.tsx";
import { setQuery } from "../app/location.tsx";
import { compareWords } from "../words/compare.ts";
import { DIRECTION_FILTERS, RELATION_FILTERS, type RelationFilter, type RowFilter } from "./filter.ts";

interface FilterBarProps {
  readonly filter: RowFilter;
  /** How many entries each relation has, where that is known. */
  readonly counts?: RelationCounts;
}

/** Picks relations and directions; the choice stands in the address. */
export function FilterBar({ filter, counts }: FilterBarProps) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  const nameOf = (relation: RelationFilter): string =>
    relation === "differing" ? words.differing : `${RELATION[relation].sign} ${RELATION[relation][language]}`;
  const countOf = (relation: RelationFilter): string =>
    counts && relation !== "differing" ? ` ${counts[relation]}` : "";
  return (
    <div class="filter-bar no-print">
      <fieldset>
        <legend class="hidden-text">{words.filter}</legend>
        <Choice name="relation" value={null} isChosen={filter.relation === null} label={words.all} />
        {RELATION_FILTERS.map((relation) => (
          <Choice
            key={relation}
            name="relation"
            value={relation}
            isChosen={filter.relation === relation}
            label={nameOf(relation) + countOf(relation)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend class="hidden-text">{words.direction}</legend>
        <Choice name="direction" value={null} isChosen={filter.direction === null} label={words.anyDirection} />
        {DIRECTION_FILTERS.map((direction) => (
          <Choice
            key={direction}
            name="direction"
            value={direction}
            isChosen={filter.direction === direction}
            label={`${DIRECTION[direction].sign} ${DIRECTION[direction][language]}`}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string | null;
  readonly isChosen: boolean;
  readonly label: string;
}

export const Choice = ({ name, value, isChosen, label }: ChoiceProps) => (
  <label class="choice">
    <input
      type="radio"
      name={name}
      checked={isChosen}
      onChange={() => setQuery({ [name]: value }, { replace: true })}
    />
    <span>{label}</span>
  </label>
);
