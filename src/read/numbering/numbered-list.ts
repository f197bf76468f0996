/** One level of a list (ECMA-376 §17.9.6). `text` is the pattern, such as `（%1）`; `restart` is `w:lvlRestart`. */
export interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly legal: boolean;
  readonly restart: number | null;
  readonly styleId: string | null;
}

/** A `w:num`; lists with the same `abstractId` count on together. `overrides` are its own start values by level. */
export interface NumberedList {
  readonly id: string;
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly overrides: ReadonlyMap<number, number>;
}
