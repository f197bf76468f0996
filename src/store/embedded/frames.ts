/** One message of PostgreSQL's protocol 3.0; `type` is its letter, empty for the first message of a client. */
export interface Frame {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts a client's bytes into messages. */
export interface FrameReader {
  /** @throws Error where a message says a length that none has: what comes is not this protocol. */
  readonly push: (chunk: Buffer) => Frame[];
}

/** More than any plan's JSON may have; a longer one is refused before it is gathered. */
const LONGEST = 512 * 1024 * 1024;
/** SSLRequest, GSSENCRequest and CancelRequest look like a first message and have these codes for a version. */
const BEFORE_START = new Set([80877103, 80877104]);
const CANCEL = 80877102;

export const isCancel = ({ type, bytes }: Frame): boolean => type === "" && bytes.readInt32BE(4) === CANCEL;
export const asksEncryption = ({ type, bytes }: Frame): boolean =>
  type === "" && BEFORE_START.has(bytes.readInt32BE(4));

export function createFrameReader(): FrameReader {
  let parts: Buffer[] = [];
  let size = 0;
  let needed = 8;
  let started = false;

  const measure = (bytes: Buffer, at: number): number => {
    const head = started ? 5 : 8;
    if (bytes.length - at < head) return head;
    const length = bytes.readInt32BE(started ? at + 1 : at) + (started ? 1 : 0);
    if (length < head || length > LONGEST)
      throw new Error(`a message of 5 to ${LONGEST} bytes was expected, ${length} came`);
    return length;
  };

  return {
    push: (chunk) => {
      parts.push(chunk);
      size += chunk.length;
      if (size < needed) return [];
      const bytes = parts.length === 1 ? chunk : Buffer.concat(parts);
      const frames: Frame[] = [];
      let at = 0;
      for (needed = measure(bytes, at); bytes.length - at >= needed; needed = measure(bytes, at)) {
        const frame = { type: started ? String.fromCharCode(bytes[at]!) : "", bytes: bytes.subarray(at, at + needed) };
        started ||= !asksEncryption(frame) && !isCancel(frame);
        frames.push(frame);
        at += needed;
      }
      parts = at < bytes.length ? [bytes.subarray(at)] : [];
      size = bytes.length - at;
      return frames;
    },
  };
}

/** Cuts what the database answers into messages; an answer is always whole. */
export function* cutAnswer(bytes: Buffer): Generator<Frame> {
  for (let at = 0; at + 5 <= bytes.length; ) {
    const length = bytes.readInt32BE(at + 1) + 1;
    yield { type: String.fromCharCode(bytes[at]!), bytes: bytes.subarray(at, at + length) };
    at += length;
  }
}

/** The texts of a message that are closed by a zero byte, from `at` on (`search_path\0public\0`). */
export function textsOf(bytes: Buffer, at: number): string[] {
  const texts: string[] = [];
  for (let from = at; from < bytes.length; ) {
    const end = bytes.indexOf(0, from);
    if (end < 0) break;
    texts.push(bytes.toString("utf8", from, end));
    from = end + 1;
  }
  return texts;
}

/** A message of one letter, with a body. */
export function frame(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export const simpleQuery = (sql: string): Buffer => frame("Q", Buffer.from(`${sql}\0`));

/** An error that ends the connection, as a server says it. */
export const fatalError = (code: string, message: string): Buffer =>
  frame("E", Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`));
