import { useEffect, useRef, useState } from "preact/hooks";
import type { Level } from "../../../../schemas/header.ts";
import { type FacetCount, readFacets } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { setQuery, usePlace } from "../app/location.tsx";
import { harmless } from "../parts/harmless.ts";
import { collectionWords } from "../words/collection.ts";
import { kindWords } from "../words/kinds.ts";

const TYPING_MILLIS = 220;
const FIRST_YEAR = 2000;

/** Search as you type, and what the collection can be narrowed by. */
export function FilterBar() {
  const words = useWords(collectionWords);
  const { levels } = useWords(kindWords);
  const { value: facets } = useLoad(readFacets, ["facets"]);
  const years = Array.from({ length: new Date().getFullYear() - FIRST_YEAR + 1 }, (_, back) => ({
    value: String(new Date().getFullYear() - back),
    name: words.yearOption(new Date().getFullYear() - back),
  }));
  return (
    <search class="filters" aria-label={words.filters}>
      <SearchInput />
      <Choice name="jurisdiction" label={words.place} options={counted(facets?.jurisdiction)} />
      <Choice
        name="level"
        label={words.level}
        options={counted(facets?.level, (level) => levels[level as Level] ?? level)}
      />
      <Choice name="issuer" label={words.issuer} options={counted(facets?.issuer)} />
      <Choice name="year" label={words.year} options={years} />
      <Choice
        name="approved"
        label={words.state}
        options={[
          { value: "true", name: words.approved },
          { value: "false", name: words.open },
        ]}
      />
      <Choice
        name="order"
        label={words.order}
        all={words.orders.added}
        options={[{ value: "issued", name: words.orders.issued }]}
      />
    </search>
  );
}

interface Option {
  readonly value: string;
  readonly name: string;
}

const counted = (facet: readonly FacetCount[] = [], nameOf = (value: string) => value): Option[] =>
  facet.map(({ value, count }) => ({ value, name: `${harmless(nameOf(value))}（${count}）` }));

function SearchInput() {
  const words = useWords(collectionWords);
  const { query } = usePlace();
  const asked = query.get("text") ?? "";
  const [text, setText] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(asked);
  }, [asked]);
  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => setQuery({ text }, { replace: true }), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label class="field search-field">
      <span>{words.search}</span>
      <input
        ref={input}
        type="search"
        maxLength={200}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly all?: string;
}

function Choice({ name, label, options, all }: ChoiceProps) {
  const words = useWords(collectionWords);
  const { query } = usePlace();
  const chosen = query.get(name) ?? "";
  const isKnown = chosen === "" || options.some(({ value }) => value === chosen);
  return (
    <label class="field">
      <span>{label}</span>
      <select value={chosen} onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}>
        <option value="">{all ?? words.all}</option>
        {!isKnown && <option value={chosen}>{harmless(chosen)}</option>}
        {options.map(({ value, name: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
