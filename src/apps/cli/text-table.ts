import { clipText, padText, textWidth } from "./text-width.ts";

/** A column: its heading, on which side it is aligned, and how many terminal columns it may take. */
export interface Column {
  readonly heading: string;
  readonly side: "left" | "right";
  readonly most: number;
}

/** Writes rows under headings, columns two spaces apart; wide characters count as two. */
export function writeTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) =>
    columns.map(({ most }, index) => clipText(cells[index] ?? "", most)),
  );
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => textWidth(cells[index]!))));
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => padText(cell, widths[index]!, columns[index]!.side))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
