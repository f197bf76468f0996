import type { Entry, PublishedRule } from "../../../../schemas/published-standard.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { standardsWords } from "../words/standards.ts";
import { EntryField, YesNoField } from "./entry-field.tsx";
import type { SheetProps } from "./fill-rows.tsx";
import { RemarkField } from "./remark-field.tsx";

/** Bonuses to claim and vetoes to answer. */
export function FillRules(props: SheetProps) {
  const words = useWords(standardsWords);
  const { bonus, veto, bonusCap, totalCap } = props.standard;
  return (
    <>
      {bonus.length > 0 && (
        <fieldset class="panel fill-category">
          <legend>{words.bonus}</legend>
          <p class="small muted">
            {bonusCap !== null && words.bonusCap(bonusCap)} {totalCap !== null && words.totalCap(totalCap)}
          </p>
          {bonus.map((rule) => (
            <FillRule key={rule.id} kind="bonus" rule={rule} {...props} />
          ))}
        </fieldset>
      )}
      {veto.length > 0 && (
        <fieldset class="panel fill-category">
          <legend>{words.veto}</legend>
          {veto.map((rule) => (
            <FillRule key={rule.id} kind="veto" rule={rule} {...props} />
          ))}
        </fieldset>
      )}
    </>
  );
}

interface FillRuleProps extends SheetProps {
  readonly kind: "bonus" | "veto";
  readonly rule: PublishedRule;
}

function FillRule({ kind, rule, filled, onValue, onRemark }: FillRuleProps) {
  const words = useWords(standardsWords);
  const { id, number, criterion, maxPoints } = rule;
  const value = filled.values[id] ?? "";
  const onChange = (text: string): void => onValue(id, text);
  return (
    <div class="fill-row" data-row={number}>
      <div class="fill-text">
        <b>{number}</b> <FileText text={criterion} />
        <div class="small muted">
          <FileText text={rule.rule} />
        </div>
      </div>
      <div class="fill-fields">
        {kind === "veto" ? (
          <YesNoField label={words.vetoOf(number, criterion)} value={value} onChange={onChange} />
        ) : (
          <EntryField
            entry={bonusEntry(maxPoints)}
            label={words.entryOf(number, criterion)}
            value={value}
            isWrong={false}
            onChange={onChange}
          />
        )}
        {maxPoints !== null && <span class="muted">/ {maxPoints}</span>}
        <RemarkField number={number} value={filled.remarks[id] ?? ""} onChange={(remark) => onRemark(id, remark)} />
      </div>
    </div>
  );
}

const bonusEntry = (max: number | null): Entry => ({ kind: "points", min: 0, max, options: [] });
