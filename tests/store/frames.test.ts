import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader, frame } from "../../src/store/embedded/frames.ts";
import { readStartup } from "../../src/store/embedded/session-settings.ts";

const startup = (texts: readonly string[]): Buffer => {
  const body = Buffer.from(`${texts.join("\0")}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
};

/** Cuts bytes at the places given. */
const chunksOf = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, at) => bytes.subarray(places[at], place));
};

describe("messages of the protocol", () => {
  test("they come out whole however the socket cuts them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("Q", "P", "B", "S"), fc.uint8Array({ maxLength: 300 }))),
        fc.array(fc.nat(2000)),
        (messages, cuts) => {
          const first = startup(["user", "postgres"]);
          const sent = [first, ...messages.map(([type, body]) => frame(type, Buffer.from(body)))];
          const reader = createFrameReader();
          const came = chunksOf(Buffer.concat(sent), cuts).flatMap((chunk) => reader.push(chunk));
          expect(came.map(({ type }) => type)).toEqual(["", ...messages.map(([type]) => type)]);
          expect(Buffer.concat(came.map(({ bytes }) => bytes)).equals(Buffer.concat(sent))).toBe(true);
        },
      ),
    );
  });

  test("a length that none has is refused at once", () => {
    for (const bytes of [Buffer.alloc(8, 0xff), Buffer.alloc(8)])
      expect(() => createFrameReader().push(bytes)).toThrow("bytes was expected");
  });

  test("a message of 16 MB in chunks of 4 KB takes no time of the square", { timeout: 60_000 }, () => {
    const reader = createFrameReader();
    reader.push(startup(["user", "postgres"]));
    const bytes = frame("B", Buffer.alloc(16 * 1024 * 1024));
    const begun = process.cpuUsage();
    let frames = 0;
    for (let at = 0; at < bytes.length; at += 4096) frames += reader.push(bytes.subarray(at, at + 4096)).length;
    expect(frames).toBe(1);
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });

  test("a first message's settings are told, quoted ones too", () => {
    const told = readStartup(
      startup([
        "user",
        "me",
        "application_name",
        "w:1",
        "options",
        '-c search_path="bull\\ mq",public -c statement_timeout=5',
      ]),
    );
    expect(Object.fromEntries(told)).toEqual({ application_name: "w:1", search_path: '"bull mq",public' });
  });
});
