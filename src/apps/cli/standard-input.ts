/** More than any reader takes; the rest of an endless stream is not waited for. */
const MOST_BYTES = 60 * 1024 * 1024;

/** Reads standard input to its end, or a little beyond what any reader takes. */
export async function readStandardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return ownBytes(Buffer.concat(chunks));
}

/** The bytes in a buffer of their own, which can be handed to a worker. */
export const ownBytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
