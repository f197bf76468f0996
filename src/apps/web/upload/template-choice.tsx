import { useId, useState } from "preact/hooks";
import { listDocuments, readDocument } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { setQuery, usePlace } from "../app/location.tsx";
import { FileText } from "../parts/file-text.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { useLater } from "../parts/use-later.tsx";
import { uploadWords } from "../words/upload.ts";
import { TEMPLATE } from "./use-uploads.tsx";

const SHOWN = 20;
const choose = (id: string | null): void => setQuery({ [TEMPLATE]: id }, { replace: true });

/** The plan that everything uploaded from here is compared with; the address holds it. */
export function TemplateChoice() {
  const words = useWords(uploadWords);
  const id = usePlace().query.get(TEMPLATE);
  const heading = useId();
  return (
    <section class="panel template-choice" aria-labelledby={heading}>
      <h2 id={heading}>{words.template}</h2>
      <p class="muted small">{words.templateHint}</p>
      {id === null ? <Search /> : <Chosen key={id} id={id} />}
    </section>
  );
}

function Chosen({ id }: { readonly id: string }) {
  const words = useWords(uploadWords);
  const loaded = useLoad((signal) => readDocument(id, signal), ["template", id]);
  return (
    <>
      <LoadedView of={loaded}>
        {({ title, fileName }) => (
          <p role="status">
            {words.templateChosen}{" "}
            <a href={`/documents/${encodeURIComponent(id)}`}>
              <FileText text={title ?? fileName} />
            </a>
          </p>
        )}
      </LoadedView>
      <button type="button" class="button small" onClick={() => choose(null)}>
        {words.noTemplate}
      </button>
    </>
  );
}

function Search() {
  const words = useWords(uploadWords);
  const [text, setText] = useState("");
  const wanted = useLater(text.trim());
  const loaded = useLoad(wanted === "" ? null : (signal) => listDocuments({ text: wanted, limit: SHOWN }, signal), [
    "templates",
    wanted,
  ]);
  return (
    <>
      <label class="field">
        <span>{words.templateSearch}</span>
        <input type="search" value={text} maxLength={200} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {wanted !== "" && (
        <LoadedView of={loaded}>
          {({ items }) => (
            <ul class="templates" aria-label={words.templatesFound}>
              {items.map(({ id, title, fileName, jurisdiction, issuedOn }) => (
                <li key={id}>
                  <button type="button" class="link-button" onClick={() => choose(id)}>
                    <FileText text={title ?? fileName} />
                  </button>{" "}
                  <span class="muted small">
                    <FileText text={[jurisdiction, issuedOn].filter(Boolean).join(" · ")} />
                  </span>
                </li>
              ))}
              {items.length === 0 && <li class="muted">{words.noTemplateFound}</li>}
            </ul>
          )}
        </LoadedView>
      )}
    </>
  );
}
