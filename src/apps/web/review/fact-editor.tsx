import { useEffect, useRef, useState } from "preact/hooks";
import { findAt } from "../../../core/json-pointer.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { createCorrection } from "../api/reviews.ts";
import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { useDesk } from "../plan/desk.tsx";
import { kindWords } from "../words/kinds.ts";
import { reviewWords } from "../words/review.ts";
import { draftOf, type EditableField, listFields, parseDraft } from "./editable-fields.ts";
import { FieldInput } from "./field-input.tsx";

type Change = { readonly path: string; readonly value: unknown };

/** A fact's values to correct, in place; what was changed is laid over the machine's values one by one. */
export function FactEditor({ path }: { readonly path: string }) {
  const words = useWords(reviewWords);
  const { roles } = useWords(kindWords);
  const { plan, document: record, edit, reload } = useDesk();
  const tell = useTell();
  const form = useRef<HTMLFormElement>(null);
  const [fields] = useState(() => listFields(path, findAt(plan, `/${path}`)));
  const [drafts, setDrafts] = useState(() => fields.map((field) => draftOf(field, roles)));
  const [why, setWhy] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea, select")?.focus(), []);
  const close = (): void => {
    edit(null);
    document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(path)}"] .fact-place`)?.focus();
  };
  const nameOf = ({ key }: EditableField): string => words.fields[key] ?? key;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const changes = changesOf(fields, drafts, (field, draft) => parseDraft(field, draft, roles));
    if ("wrong" in changes) {
      const name = nameOf(changes.wrong);
      const sentences = { number: words.notNumber, date: words.notDate, duties: words.noneOf };
      return setWrong(sentences[changes.what](name));
    }
    if (changes.length === 0) return setWrong(words.nothing);
    try {
      for (const { path: at, value } of changes) await createCorrection(record.id, at, value, why);
      tell(words.saved);
      close();
      reload();
    } catch (error) {
      setWrong(error instanceof ApiProblem ? error.message : String(error));
    }
  };
  return (
    <form
      ref={form}
      class="fact-editor"
      onSubmit={save}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      {fields.map((field, index) => (
        <FieldInput
          key={field.path}
          field={field}
          name={nameOf(field)}
          draft={drafts[index]!}
          onDraft={(draft) => setDrafts((old) => old.with(index, draft))}
        />
      ))}
      <label class="field wide">
        <span>{words.why}</span>
        <input maxLength={2000} value={why} onInput={({ currentTarget }) => setWhy(currentTarget.value)} />
      </label>
      {wrong && (
        <p class="wrong wide" role="alert">
          {wrong}
        </p>
      )}
      <div class="row end wide">
        <button type="button" class="button" onClick={close}>
          {words.cancel}
        </button>
        <button type="submit" class="button primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}

function changesOf(
  fields: readonly EditableField[],
  drafts: readonly string[],
  parse: (field: EditableField, draft: string) => ReturnType<typeof parseDraft>,
): Change[] | { readonly wrong: EditableField; readonly what: "number" | "date" | "duties" } {
  const changes: Change[] = [];
  for (const [index, field] of fields.entries()) {
    const result = parse(field, drafts[index]!);
    if (result.kind === "wrong") return { wrong: field, what: result.what };
    if (JSON.stringify(result.value) !== JSON.stringify(field.value))
      changes.push({ path: field.path, value: result.value });
  }
  return changes;
}
