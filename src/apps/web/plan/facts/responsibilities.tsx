import type { Responsibility } from "../../../../../schemas/responsibility.ts";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { kindWords } from "../../words/kinds.ts";

/** Who answers for something, by role, as printed. */
export function Responsibilities({ of }: { readonly of: readonly Responsibility[] }) {
  const { roles } = useWords(kindWords);
  if (of.length === 0) return null;
  return (
    <ul class="responsibilities">
      {of.map(({ role, units }, index) => (
        <li key={index}>
          <span class={`role ${role}`}>{roles[role]}</span> <FileText text={units.join("、")} />
        </li>
      ))}
    </ul>
  );
}
