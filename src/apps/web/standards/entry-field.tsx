import type { Entry } from "../../../../schemas/published-standard.ts";
import { NO_WORDS, YES_WORDS } from "../../../core/yes-no.ts";
import { useWords } from "../app/language.tsx";
import { harmless } from "../parts/harmless.ts";
import { standardsWords } from "../words/standards.ts";

interface EntryFieldProps {
  readonly entry: Entry;
  readonly label: string;
  readonly value: string;
  /** What is entered cannot be counted. */
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** The field that fits what a row asks for: points, one of its grades, yes or no, a deduction. */
export function EntryField({ entry, label, value, isWrong, onChange }: EntryFieldProps) {
  if (entry.kind === "met") return <YesNoField label={label} value={value} onChange={onChange} />;
  if (entry.kind === "grade") return <GradeField {...{ label, value, onChange }} options={entry.options} />;
  return (
    <input
      class="entry"
      type="text"
      inputMode="decimal"
      maxLength={20}
      aria-label={label}
      aria-invalid={isWrong}
      value={value}
      placeholder={rangeOf(entry)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const rangeOf = ({ min, max }: Entry): string => `${min ?? ""}–${max ?? ""}`;

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function GradeField({ label, value, onChange, options }: ChoiceFieldProps & { readonly options: readonly string[] }) {
  const words = useWords(standardsWords);
  return (
    <select class="entry" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{words.notChosen}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {harmless(option)}
        </option>
      ))}
    </select>
  );
}

export function YesNoField({ label, value, onChange }: ChoiceFieldProps) {
  const words = useWords(standardsWords);
  return (
    <select class="entry" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{words.notChosen}</option>
      <option value={YES_WORDS[0]}>{words.yes}</option>
      <option value={NO_WORDS[0]}>{words.no}</option>
    </select>
  );
}
