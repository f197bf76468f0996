/** One Server-Sent Event; comments, `id` and `retry` are left out. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** No event of the service comes near it: what does is not one. */
const LONGEST_EVENT = 64 * 1024 * 1024;

/**
 * Reads a text/event-stream (WHATWG HTML §9.2) to its end. A piece that the end cuts short is no event.
 * @throws RangeError where an event does not end.
 */
export async function* readEvents(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  let lines: string[] = [];
  let length = 0;
  for await (const line of readLines(stream)) {
    length += line.length;
    if (length > LONGEST_EVENT) throw new RangeError(`an event of at most ${LONGEST_EVENT} characters was expected`);
    if (line !== "") {
      lines.push(line);
      continue;
    }
    const event = eventOf(lines);
    lines = [];
    length = 0;
    if (event) yield event;
  }
}

/** Lines end with LF, CR LF or CR; the last one, without an end, is cut short and left out. */
async function* readLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    const [first, ...others] = chunk.replaceAll("\r\n", "\n").split(/[\n\r]/u);
    pieces.push(first!);
    length += first!.length;
    if (length > LONGEST_EVENT) throw new RangeError(`a line of at most ${LONGEST_EVENT} characters was expected`);
    for (const next of others) {
      yield pieces.join("");
      pieces = [next];
      length = next.length;
    }
  }
}

function eventOf(lines: readonly string[]): ServerEvent | null {
  const valuesOf = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  const data = valuesOf("data");
  return data.length > 0 ? { event: valuesOf("event").at(-1) ?? "message", data: data.join("\n") } : null;
}
