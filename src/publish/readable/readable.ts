/** A table to be read: equal neighbours of the `merged` columns are one cell where the format can merge. */
export interface ReadableTable {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns may be merged downwards, counted from 0. */
  readonly merged: readonly number[];
  /** How wide the columns are to each other. */
  readonly widths: readonly number[];
}

/** What a published document is made of. */
export type Readable =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | ReadableTable;

export const heading = (level: 1 | 2 | 3, text: string): Readable => ({ kind: "heading", level, text });
export const paragraph = (text: string): Readable => ({ kind: "paragraph", text });

/** A column: its heading, its width against the others, and its text in a row. */
export interface Column<Row> {
  readonly heading: string;
  readonly width: number;
  readonly merged?: boolean;
  readonly text: (row: Row, at: number) => string | number | null | undefined;
}

/** A table of rows; a column in which no row has a text is left out. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): ReadableTable {
  const texts = columns.map(({ text }) => rows.map((row, at) => String(text(row, at) ?? "")));
  const kept = columns.flatMap((column, at) =>
    texts[at]!.some((text) => text !== "") ? [{ column, texts: texts[at]! }] : [],
  );
  return {
    kind: "table",
    columns: kept.map(({ column }) => column.heading),
    widths: kept.map(({ column }) => column.width),
    merged: kept.flatMap(({ column }, at) => (column.merged ? [at] : [])),
    rows: rows.map((_, at) => kept.map((each) => each.texts[at]!)),
  };
}

/** A chapter, or nothing where it would be empty. */
export const chapter = (title: string, contents: readonly Readable[]): Readable[] =>
  contents.length === 0 ? [] : [heading(1, title), ...contents];
