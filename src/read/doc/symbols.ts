import type { Tally } from "../tally.ts";
import type { FontSign } from "./character-effects.ts";
import { sliceOf, viewOf } from "./view.ts";

/** Signs of the two symbol fonts that forms are drawn with; codes as in the font, without the private-use 0xF000. */
const SIGNS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ["wingdings", codes("6c● 6e■ 6f□ 71❑ 72❒ 75◆ 76❖ 9f• a1○ a8□ e0→ fb✗ fc✓ fd☒ fe☑")],
  ["wingdings 2", codes("35☐ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 99○ a2■ a3□")],
]);

function codes(list: string): ReadonlyMap<number, string> {
  return new Map(list.split(" ").map((entry) => [Number.parseInt(entry.slice(0, 2), 16), entry.slice(2)]));
}

/** Names a sign in Unicode; "" (counted) for one that has no name here. */
export type NameSymbol = (sign: FontSign) => string;

/** @param fonts `SttbfFfn` (MS-DOC 2.9.286): the document's fonts by number. */
export function createSymbolNames(fonts: Uint8Array, tally: Tally): NameSymbol {
  const names = readFontNames(fonts);
  return ({ font, code }) => {
    if (code >= 0x2000 && !(code >= 0xd800 && code <= 0xf8ff)) return String.fromCharCode(code);
    const sign = SIGNS.get(names[font]?.toLowerCase() ?? "")?.get(code & 0xff);
    if (sign === undefined) tally.add("symbol");
    return sign ?? "";
  };
}

/** A count, a size that is not used, then fonts (MS-DOC 2.9.81 `FFN`): their size less one, 39 bytes, the name. */
function readFontNames(fonts: Uint8Array): string[] {
  const names: string[] = [];
  const view = viewOf(fonts);
  const count = fonts.length < 4 ? 0 : view.getUint16(0, true);
  let at = 4;
  while (names.length < count && at < fonts.length) {
    const size = view.getUint8(at);
    const name = Buffer.from(sliceOf(fonts, at + 1, size).subarray(39)).toString("utf16le");
    names.push(name.split("\0")[0]!);
    at += 1 + size;
  }
  return names;
}
