/** Little-endian numbers and joined bytes, to write binary files with. */
export const u8 = (...values: number[]): Uint8Array => Uint8Array.from(values);
export const u16 = (...values: number[]): Uint8Array => Uint8Array.from(values.flatMap((value) => [value, value >> 8]));
export const u32 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value, value >> 8, value >> 16, value >>> 24]));
export const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

export function bytes(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The parts at given places, zeros between them and up to `size`. */
export function layOut(size: number, parts: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const whole = new Uint8Array(size);
  for (const [at, part] of parts) whole.set(part, at);
  return whole;
}

export const padTo = (part: Uint8Array, step: number): Uint8Array =>
  layOut(Math.ceil(part.length / step) * step, [[0, part]]);
