import { sliceOf, viewOf } from "./view.ts";

/** A property modifier (MS-DOC `Prl`): its code (`sprm`) and the operand's bytes. */
export interface Modifier {
  readonly code: number;
  readonly operand: DataView;
}

const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;
/** MS-DOC 2.6.1: the highest three bits of the code give the operand's size; 6 states it in front. */
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, -1, 3];

/** No row or paragraph has near as many. */
const MOST_MODIFIERS = 1_000;

/** Lists the modifiers of a `grpprl`; one that is cut off ends the list, as in Word. */
export function listModifiers(bytes: Uint8Array): Modifier[] {
  const view = viewOf(bytes);
  const modifiers: Modifier[] = [];
  let at = 0;
  while (at + 3 <= bytes.length && modifiers.length < MOST_MODIFIERS) {
    const code = view.getUint16(at, true);
    const size = operandSize(view, code, at + 2);
    if (size === null || at + 2 + size > bytes.length) break;
    modifiers.push({ code, operand: viewOf(sliceOf(bytes, at + 2, size)) });
    at += 2 + size;
  }
  return modifiers;
}

/** Size in bytes with the count in front, where there is one; null where that is cut off. */
function operandSize(view: DataView, code: number, at: number): number | null {
  const size = SIZES[code >> 13]!;
  if (size > 0) return size;
  // MS-DOC 2.9.328: this one counts in two bytes, and one more than there are.
  if (code === DEFINE_TABLE) return at + 2 > view.byteLength ? null : view.getUint16(at, true) + 1;
  const count = view.getUint8(at);
  return code === CHANGE_TABS && count === 0xff ? tabsSize(view, at) : count + 1;
}

/** MS-DOC 2.9.182: with a count of 255 the two lists inside say how long they are. */
function tabsSize(view: DataView, at: number): number | null {
  if (at + 2 > view.byteLength) return null;
  const added = at + 2 + 4 * view.getUint8(at + 1);
  return added >= view.byteLength ? null : added + 1 + 3 * view.getUint8(added) - at;
}

/** Whether a modifier of one byte switches something on. */
export const isOn = (modifier: Modifier): boolean => modifier.operand.getUint8(0) !== 0;
