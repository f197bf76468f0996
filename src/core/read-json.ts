/** The value of a JSON text in UTF-8, with or without a byte order mark; undefined where it is none. */
export function readJson(bytes: Uint8Array): unknown {
  const first = bytes.find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte));
  if (first !== 0x7b && first !== 0x5b) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
