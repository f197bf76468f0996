import { CLOSE, CURVE, LINE, MOVE } from "../drawing/path-rulings.ts";
import { findNumber } from "./numbers.ts";

const TOKEN = /[a-z]|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/giu;

/** How many numbers each operator of a path takes (GB/T 33190-2016 §9.1): `S` and `M` move, `A` draws an arc, `C` closes. */
const ARGUMENTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/**
 * Writes an object's abbreviated data (`M 0 0 L 156.2 0 C`) as path data; every curve becomes one of the same end.
 * A path ends before an operator that is unknown or lacks numbers.
 */
export function readPath(abbreviated: string): number[] {
  const tokens = abbreviated.match(TOKEN) ?? [];
  const path: number[] = [];
  let start: readonly number[] = [0, 0];
  let isOpen = false;
  for (let at = 0; at < tokens.length; ) {
    const operator = tokens[at]!.toUpperCase();
    const count = ARGUMENTS[operator];
    if (count === undefined) break;
    const numbers = tokens.slice(at + 1, at + 1 + count).map(findNumber);
    if (numbers.length < count || !numbers.every((each) => each !== null)) break;
    at += 1 + count;
    const isMove = operator === "M" || operator === "S";
    if (isMove) start = numbers;
    // A piece that follows no move begins where the last outline did, the first at the origin.
    if (!isMove && !isOpen) path.push(MOVE, ...start);
    path.push(...encode(operator, numbers));
    isOpen = operator !== "C";
  }
  return path;
}

function encode(operator: string, numbers: readonly number[]): number[] {
  const end = numbers.slice(-2);
  if (operator === "C") return [CLOSE];
  if (operator === "L") return [LINE, ...end];
  return operator === "M" || operator === "S" ? [MOVE, ...end] : [CURVE, ...end, ...end, ...end];
}
