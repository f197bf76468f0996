import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import type { Choice } from "./choice.ts";

interface ChosenPlansProps {
  readonly choice: Choice;
  readonly names: ReadonlyMap<string, string>;
  readonly onTakeAway: (id: string) => void;
}

/** The plans that were picked, each with a way to take it away again. */
export function ChosenPlans({ choice: { template, locals }, names, onTakeAway }: ChosenPlansProps) {
  const words = useWords(compareWords);
  const one = (id: string) => <Chosen key={id} name={names.get(id) ?? id} onTakeAway={() => onTakeAway(id)} />;
  return (
    <div class="panel stack chosen-plans">
      <h2>{words.template}</h2>
      {template === null ? <p class="muted">{words.noTemplate}</p> : <ul>{one(template)}</ul>}
      <h2>{words.locals(locals.length)}</h2>
      {locals.length === 0 ? <p class="muted">{words.noLocals}</p> : <ul>{locals.map(one)}</ul>}
    </div>
  );
}

function Chosen({ name, onTakeAway }: { readonly name: string; readonly onTakeAway: () => void }) {
  const label = useWords(compareWords).takeAway(name);
  return (
    <li>
      <FileText text={name} />
      <button type="button" class="button quiet small" aria-label={label} title={label} onClick={onTakeAway}>
        ✕
      </button>
    </li>
  );
}
