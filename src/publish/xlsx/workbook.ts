/** How a cell looks; what is left out is the plain default. Equal styles are stored once. */
export interface CellStyle {
  readonly bold?: boolean;
  /** In points; 11 where left out. */
  readonly size?: number;
  /** Colours are `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  /** A number format, such as `0.##` or `0%`. */
  readonly format?: string;
  /** Only matters on a protected sheet, where cells are locked unless this is false. */
  readonly locked?: boolean;
}

/** A value; `formula` is written without `=`, and `value` is then what it gives, or null to let whoever opens it compute it. */
export interface Cell {
  readonly value: string | number | null;
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** A rectangle of cells; rows and columns count from 0, both ends belong to it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What may be typed into cells: a number within bounds (null: none), or one of a list. */
export type Validation = {
  readonly range: Range;
  readonly title: string;
  readonly message: string;
} & (
  | { readonly kind: "decimal"; readonly min: number | null; readonly max: number | null }
  | { readonly kind: "list"; readonly options: readonly string[] }
);

/** How cells look where a formula holds, written for the top left cell of the range. */
export interface Condition {
  readonly range: Range;
  readonly formula: string;
  readonly style: Pick<CellStyle, "bold" | "color" | "fill">;
}

export interface Sheet {
  readonly name: string;
  /** The rows; null is an empty cell without a style. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Widths in characters of the default face. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Heights in points by row; Excel computes those left out, but never of merged cells. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Range[];
  readonly validations?: readonly Validation[];
  readonly conditions?: readonly Condition[];
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly filter?: Range;
  /** The first and last row that is printed on top of every page. */
  readonly repeated?: { readonly first: number; readonly last: number };
  readonly portrait?: boolean;
  /** Protects locked cells against slips, without a password. */
  readonly protect?: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
