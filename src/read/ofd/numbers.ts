import type { XmlElement } from "../../core/xml/xml-node.ts";
import { compose, IDENTITY, type Matrix } from "../layout/matrix.ts";

/** A kilometre in mm: no page reaches so far, and sums and products of such numbers stay finite. */
const LARGEST = 1e6;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/iu;

/** The number that a text states, or null where it states none (`NaN`, `1e999`, nothing). */
export function findNumber(text: string | undefined): number | null {
  if (text === undefined || !NUMBER.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= LARGEST ? value : null;
}

/** A flag (xs:boolean) as stated, else what holds without it. */
export const readFlag = (text: string | undefined, otherwise: boolean): boolean =>
  text === undefined ? otherwise : /^(?:true|1)$/iu.test(text);

/** The parts of an array (ST_Array, GB/T 33190-2016 §7.3): `0 0 210 297`. */
export const splitArray = (text: string): string[] => text.split(/[\s,]+/u).filter((part) => part !== "");

/** An array of exactly so many numbers, or null. */
export function findNumbers(text: string | undefined, count: number): readonly number[] | null {
  const numbers = splitArray(text ?? "").map(findNumber);
  return numbers.length === count && numbers.every((each) => each !== null) ? numbers : null;
}

/** From an object's own space to that of what holds it: its CTM, then its Boundary's corner (§8.5). */
export function placementOf({ attributes }: XmlElement): Matrix {
  const ctm = (findNumbers(attributes.CTM, 6) as Matrix | null) ?? IDENTITY;
  const [x, y] = findNumbers(attributes.Boundary, 4) ?? [0, 0];
  return compose(ctm, [1, 0, 0, 1, x!, y!]);
}
