/** The encodings that Chinese offices publish in; `gb18030` holds GBK and GB2312. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Text and the encoding that gave it; `stated` where a byte order mark or strict UTF-8 leaves no doubt. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly stated: boolean;
}

const SAMPLE_UNITS = 20_000;
const PLAUSIBLE_SHARE = 0.95;
/** GB18030 read as UTF-8 has a replacement character at nearly every second one; a damaged UTF-8 file has a few. */
const DAMAGE_SHARE = 0.02;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a byte order mark states, or null. */
export function findByteOrderMark(bytes: Uint8Array): Encoding | null {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** Decodes without failing; what cannot be decoded becomes U+FFFD, a byte order mark is dropped. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** Decodes text of unknown encoding: byte order mark, strict UTF-8, UTF-16 by its zero bytes, damaged UTF-8, GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = findByteOrderMark(bytes);
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, stated: true };
  const wide = findWideEncoding(bytes);
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide, stated: false };
  const text = decodeAs(bytes, "utf-8");
  const damage = countReplacements(text);
  if (damage === 0) return { text, encoding: "utf-8", stated: true };
  if (damage <= Math.max(1, text.length * DAMAGE_SHARE)) return { text, encoding: "utf-8", stated: false };
  return { text: decodeAs(bytes, "gb18030"), encoding: "gb18030", stated: false };
}

/** UTF-16 without a mark: every ASCII character and line end has a zero byte, and no other encoding has any. */
function findWideEncoding(bytes: Uint8Array): Encoding | null {
  const units = Math.min(bytes.length >> 1, SAMPLE_UNITS);
  if (units < 2 || bytes.indexOf(0) === -1) return null;
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const high = encoding === "utf-16le" ? 1 : 0;
    let plausible = 0;
    for (let unit = 0; unit < units; unit++) {
      if (isPlausibleUnit(bytes[2 * unit + high]!, bytes[2 * unit + 1 - high]!)) plausible++;
    }
    if (plausible / units >= PLAUSIBLE_SHARE) return encoding;
  }
  return null;
}

/** Printable ASCII, line ends, general and CJK punctuation, Han, full-width forms: what a Chinese document holds. */
function isPlausibleUnit(high: number, low: number): boolean {
  if (high === 0) return (low >= 0x20 && low !== 0x7f) || (low >= 0x09 && low <= 0x0d);
  return high === 0x20 || high === 0x30 || (high >= 0x4e && high <= 0x9f) || high === 0xff;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}
