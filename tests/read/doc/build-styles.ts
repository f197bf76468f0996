import { bytes, layOut, padTo, u16, utf16 } from "./bytes.ts";

export interface TestStyle {
  readonly name: string;
  readonly builtIn?: number;
  readonly base?: number;
  readonly modifiers?: Uint8Array;
}

const NO_BASE = 0xfff;
const CUSTOM = 0xffe;

/** A style sheet (`STSH`) of paragraph styles, numbered from 0. */
export function styleSheet(styles: readonly TestStyle[]): Uint8Array {
  const header = layOut(18, [[0, u16(styles.length, 10)]]);
  return bytes(u16(header.length), header, ...styles.map(writeStyle));
}

function writeStyle(
  { name, builtIn = CUSTOM, base = NO_BASE, modifiers = new Uint8Array() }: TestStyle,
  number: number,
) {
  const fixed = u16(builtIn, 1 | (base << 4), 2 | (number << 4), 0, 0);
  const paragraph = padTo(bytes(u16(2 + modifiers.length, number), modifiers), 2);
  const style = bytes(fixed, u16(name.length), utf16(`${name}\0`), paragraph, u16(0));
  return bytes(u16(style.length), style);
}
