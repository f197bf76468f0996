import { useId } from "preact/hooks";
import { useWords } from "../app/language.tsx";
import { kindWords } from "../words/kinds.ts";
import { planWords } from "../words/plan.ts";
import { reviewWords } from "../words/review.ts";
import type { EditableField } from "./editable-fields.ts";

interface FieldInputProps {
  readonly field: EditableField;
  readonly name: string;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

export function FieldInput(props: FieldInputProps) {
  const words = useWords(reviewWords);
  const id = useId();
  const { kind } = props.field;
  const hint = kind === "lines" ? words.perLine : kind === "duties" ? words.responsibilityHint : null;
  return (
    <div class={isLong(props.field) ? "field wide" : "field"}>
      <label class="field-name" for={id}>
        {props.name}
        {hint && ` · ${hint}`}
      </label>
      <Control {...props} id={id} />
    </div>
  );
}

/** What the values of choices are called. */
function useOptionNames(): Readonly<Record<string, string>> {
  const words = useWords(reviewWords);
  const { quantitative, qualitative, implements: follows, cites } = useWords(planWords);
  const { levels, sections, attachments } = useWords(kindWords);
  const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" };
  return {
    ...sections,
    ...attachments,
    ...levels,
    ...signs,
    ...words.yesNo,
    quantitative,
    qualitative,
    implements: follows,
    cites,
  };
}

const isLong = ({ kind }: EditableField): boolean => kind === "text" || kind === "lines" || kind === "duties";

const MOST_ROWS = 10;
const rowsOf = (draft: string): number =>
  Math.min(MOST_ROWS, Math.max(2, draft.split("\n").length, Math.ceil(draft.length / 40)));

function Control({ field, draft, onDraft, id }: FieldInputProps & { readonly id: string }) {
  const words = useWords(reviewWords);
  const names = useOptionNames();
  const { kind, options } = field;
  if (isLong(field))
    return (
      <textarea
        id={id}
        rows={rowsOf(draft)}
        value={draft}
        onInput={({ currentTarget }) => onDraft(currentTarget.value)}
      />
    );
  if (kind === "choice" || kind === "yes-no")
    return (
      <select id={id} value={draft} onChange={({ currentTarget }) => onDraft(currentTarget.value)}>
        {(kind === "yes-no" ? ["true", "false"] : options).map((option) => (
          <option key={option} value={option}>
            {names[option] ?? (option || words.empty)}
          </option>
        ))}
      </select>
    );
  return (
    <input
      id={id}
      value={draft}
      inputMode={kind === "number" ? "decimal" : "text"}
      placeholder={kind === "date" ? "2022-06-30" : undefined}
      onInput={({ currentTarget }) => onDraft(currentTarget.value)}
    />
  );
}
