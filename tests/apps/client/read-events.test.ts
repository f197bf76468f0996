import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvents, type ServerEvent } from "../../../src/apps/client/read-events.ts";

async function read(...chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(ReadableStream.from(chunks) as ReadableStream<Uint8Array<ArrayBuffer>>))
    events.push(event);
  return events;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const STREAM = 'retry: 2000\n\n: beat\n\nid: 1\nevent: submission\ndata: {"甲":1}\n\nevent:batch\ndata:a\ndata: b\n\n';

test("events are read; comments, retry and id are left out; several data lines are one text", async () => {
  expect(await read(bytes(STREAM))).toEqual([
    { event: "submission", data: '{"甲":1}' },
    { event: "batch", data: "a\nb" },
  ]);
});

test("where the stream is cut into pieces makes no difference, within a character either", async () => {
  const whole = bytes(STREAM);
  const expected = await read(whole);
  const cuts = fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const at = [0, ...places.sort((a, b) => a - b), whole.length];
      expect(await read(...at.slice(1).map((end, index) => whole.slice(at[index], end)))).toEqual(expected);
    }),
  );
});

test("lines may end with CR LF, and an event without its empty line was cut short", async () => {
  expect(await read(bytes("data: 1\r\n\r\ndata: 2"))).toEqual([{ event: "message", data: "1" }]);
});

test("an event of many pieces is read in time, and one without an end is refused", async () => {
  const piece = bytes("x".repeat(100));
  const [event] = await read(bytes("data: "), ...Array.from({ length: 50_000 }, () => piece), bytes("\n\n"));
  expect(event!.data).toHaveLength(5_000_000);
  const large = bytes("x".repeat(1024 * 1024));
  await expect(read(...Array.from({ length: 65 }, () => large))).rejects.toThrow("at most");
});
