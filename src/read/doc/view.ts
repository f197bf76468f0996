/** A view on bytes; reading outside of them throws a RangeError, which `readDoc` reports as a damaged file. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The bytes `[start, start + length)`.
 * @throws RangeError where they do not lie inside; `subarray` alone would silently give fewer.
 */
export function sliceOf(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start < 0 || length < 0 || start + length > bytes.length) {
    throw new RangeError(`bytes ${start} to ${start + length} of ${bytes.length}`);
  }
  return bytes.subarray(start, start + length);
}
