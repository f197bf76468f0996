import { useState } from "preact/hooks";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import { listDocuments } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { useLater } from "../parts/use-later.tsx";
import { compareWords } from "../words/compare.ts";
import { kindWords } from "../words/kinds.ts";
import type { Choice } from "./choice.ts";

interface PickerProps {
  readonly choice: Choice;
  readonly onTemplate: (id: string) => void;
  readonly onLocal: (id: string) => void;
}

const SHOWN = 30;

/** Searches the collection as one types, and picks what is found. */
export function PlanPicker(props: PickerProps) {
  const words = useWords(compareWords);
  const [text, setText] = useState("");
  const wanted = useLater(text.trim());
  const loaded = useLoad((signal) => listDocuments({ text: wanted, limit: SHOWN }, signal), [wanted]);
  return (
    <section class="panel stack" aria-label={words.search}>
      <label class="field">
        <span>{words.search}</span>
        <input
          type="search"
          value={text}
          placeholder={words.searchHint}
          maxLength={200}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <LoadedView of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{words.nothingFound}</p>
          ) : (
            <ul class="found" aria-label={words.found}>
              {items.map((record) => (
                <Found key={record.id} record={record} {...props} />
              ))}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}

function Found({ record, choice, onTemplate, onLocal }: PickerProps & { readonly record: DocumentRecord }) {
  const words = useWords(compareWords);
  const { levels } = useWords(kindWords);
  const { id, level, jurisdiction, issuedOn } = record;
  const name = record.title ?? record.fileName;
  return (
    <li>
      <div>
        <FileText text={name} />
        <div class="small muted">
          {level && <Badge>{levels[level]}</Badge>} <FileText text={jurisdiction ?? ""} /> {issuedOn}
        </div>
      </div>
      <div class="row">
        <button
          type="button"
          class="button small"
          aria-pressed={choice.template === id}
          aria-label={words.useAsTemplateOf(name)}
          onClick={() => onTemplate(id)}
        >
          {words.useAsTemplate}
        </button>
        <button
          type="button"
          class="button small"
          aria-pressed={choice.locals.includes(id)}
          aria-label={words.useAsLocalOf(name)}
          onClick={() => onLocal(id)}
        >
          {words.useAsLocal}
        </button>
      </div>
    </li>
  );
}
