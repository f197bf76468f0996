import type { AssessedRow, Assessment } from "../../../../schemas/assessment.ts";
import type { PublishedRow, PublishedStandard } from "../../../../schemas/published-standard.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { standardsWords } from "../words/standards.ts";
import { EntryField } from "./entry-field.tsx";
import type { Filled } from "./filled.ts";
import { RemarkField } from "./remark-field.tsx";

export interface SheetProps {
  readonly standard: PublishedStandard;
  readonly filled: Filled;
  readonly assessment: Assessment;
  readonly onValue: (id: string, value: string) => void;
  readonly onRemark: (id: string, remark: string) => void;
}

/** The rows of a standard by category, each with its field and remark; a category says what it has come to. */
export function FillRows(props: SheetProps) {
  const groups = Map.groupBy(props.standard.rows, ({ category }) => category);
  const states = new Map(props.assessment.rows.map((row) => [row.id, row]));
  return (
    <>
      {[...groups].map(([name, rows]) => {
        const category = props.assessment.categories.find((each) => each.name === name);
        return (
          <fieldset key={name} class="panel fill-category">
            <legend>
              <FileText text={name} />{" "}
              {category && category.max !== null && (
                <Badge tone="info">
                  {category.points ?? 0} / {category.max}
                </Badge>
              )}
            </legend>
            {rows.map((row) => (
              <FillRow key={row.id} row={row} state={states.get(row.id) ?? null} {...props} />
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

interface FillRowProps extends SheetProps {
  readonly row: PublishedRow;
  readonly state: AssessedRow | null;
}

function FillRow({ row, state, filled, onValue, onRemark }: FillRowProps) {
  const words = useWords(standardsWords);
  const { id, number, criterion, scoring, entry, decisive } = row;
  return (
    <div class="fill-row" data-row={number}>
      <div class="fill-text">
        <b>
          <FileText text={String(number)} />
        </b>{" "}
        <FileText text={criterion} /> {decisive && <Badge tone="bad">{words.decisive}</Badge>}
        {scoring && (
          <div class="small muted">
            <FileText text={scoring} />
          </div>
        )}
      </div>
      <div class="fill-fields">
        <EntryField
          entry={entry}
          label={words.entryOf(number, criterion ?? scoring ?? "")}
          value={filled.values[id] ?? ""}
          isWrong={state?.status === "refused"}
          onChange={(value) => onValue(id, value)}
        />
        {entry.max !== null && <span class="muted">/ {entry.max}</span>}
        <RemarkField number={number} value={filled.remarks[id] ?? ""} onChange={(remark) => onRemark(id, remark)} />
      </div>
    </div>
  );
}
