import { modifier, type Paragraph, paragraph, type Run, run } from "./build-doc.ts";
import { bytes, u8, u16, u32 } from "./bytes.ts";

const IN_TABLE = modifier(0x2416, u8(1));
const DEPTH_2 = modifier(0x6649, u32(2));

/** Flags of a cell (`TCGRF`): the two of a horizontal merge, and those of a vertical one. */
export const FLAG = { one: 1, two: 2, down: 0x20, downFirst: 0x60 } as const;

/** The last paragraph of a cell. */
export const cell = (content: string | readonly Run[]): Paragraph => {
  const runs = typeof content === "string" ? [run(content)] : content;
  return { runs: [...runs, run("\x07")], style: 0, modifiers: IN_TABLE };
};

/** A paragraph of a cell that is not its last. */
export const inCell = (text: string): Paragraph => paragraph(text, IN_TABLE);

/** The mark behind a row, whose modifiers define its cells. */
export const rowMark = (...modifiers: Uint8Array[]): Paragraph => ({
  runs: [run("\x07")],
  style: 0,
  modifiers: bytes(IN_TABLE, modifier(0x2417, u8(1)), ...modifiers),
});

/** `sprmTDefTable`: edges in twips, then the flags of each cell. */
export function define(edges: readonly number[], flags: readonly number[] = []): Uint8Array {
  const cells = edges.slice(1).map((_, index) => bytes(u16(flags[index] ?? 0), new Uint8Array(18)));
  const operand = bytes(u8(edges.length - 1), u16(...edges), ...cells);
  return modifier(0xd608, bytes(u16(operand.length + 1), operand));
}

/** A row of one paragraph a cell. */
export const row = (texts: readonly string[], edges: readonly number[], flags: readonly number[] = []): Paragraph[] => [
  ...texts.map((text) => cell(text)),
  rowMark(define(edges, flags)),
];

export const innerCell = (text: string): Paragraph => paragraph(text, IN_TABLE, DEPTH_2, modifier(0x244b, u8(1)));
export const innerRowMark = (edges: readonly number[]): Paragraph =>
  paragraph("", IN_TABLE, DEPTH_2, modifier(0x244c, u8(1)), define(edges));

/** The file's Data stream with one list of modifiers in it, and the modifier that points to it. */
export function indirect(code: number, list: Uint8Array): { readonly data: Uint8Array; readonly pointer: Uint8Array } {
  return { data: bytes(new Uint8Array(10), u16(list.length), list), pointer: modifier(code, u32(10)) };
}
