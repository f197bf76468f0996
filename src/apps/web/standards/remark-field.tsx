import { useWords } from "../app/language.tsx";
import { standardsWords } from "../words/standards.ts";

interface RemarkFieldProps {
  readonly number: string | number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function RemarkField({ number, value, onChange }: RemarkFieldProps) {
  const words = useWords(standardsWords);
  return (
    <input
      class="remark"
      type="text"
      maxLength={500}
      aria-label={words.remarkOf(number)}
      placeholder={words.remark}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
