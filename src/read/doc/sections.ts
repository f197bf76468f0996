import { listModifiers } from "./modifiers.ts";
import { sliceOf, viewOf } from "./view.ts";

/** `sprmSBkc`, how a section begins: 0 where the one before ended, 1 in the next column, 2 (and absent) on a new page. */
const BEGINS = 0x3009;
const NEW_PAGE = 2;
const NO_PROPERTIES = 0xffffffff;

/**
 * Reads where sections end (MS-DOC 2.8.26 `PlcfSed`): the position of each section's last character, and whether the
 * next section begins a page.
 * @throws RangeError where the list is cut off or points outside the stream.
 */
export function readSectionEnds(list: Uint8Array, document: Uint8Array): ReadonlyMap<number, "page" | "same-page"> {
  const view = viewOf(list);
  const count = Math.max(0, Math.floor((list.length - 4) / 16));
  const ends = new Map<number, "page" | "same-page">();
  for (let index = 0; index + 1 < count; index++) {
    const next = view.getUint32(4 * (count + 1) + 12 * (index + 1) + 2, true);
    ends.set(view.getUint32(4 * (index + 1), true) - 1, beginsPage(next, document) ? "page" : "same-page");
  }
  return ends;
}

function beginsPage(place: number, document: Uint8Array): boolean {
  if (place === NO_PROPERTIES) return true;
  const properties = sliceOf(document, place + 2, viewOf(document).getUint16(place, true));
  const begins = listModifiers(properties).findLast((modifier) => modifier.code === BEGINS);
  return (begins?.operand.getUint8(0) ?? NEW_PAGE) >= NEW_PAGE;
}
