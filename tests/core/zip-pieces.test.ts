import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { ReadError } from "../../src/core/outcome.ts";
import { openZip, ZIP_LIMITS } from "../../src/core/zip.ts";

const KILOBYTE = 1024;
const TEXT = Buffer.from(
  Array.from({ length: 40_000 }, (_, at) => `第${at * 7919}条 各县应当完成道路整治。\n`).join(""),
);

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const codeOf = (pieces: AsyncIterable<Uint8Array>): Promise<string> =>
  gather(pieces).then(
    ({ length }) => `${length} bytes`,
    (error: unknown) => (error instanceof ReadError ? error.reason.code : String(error)),
  );

test.each([0, 6] as const)("an entry in pieces (level %i) is the entry whole", async (level) => {
  const { open, find } = openZip(zipSync({ "a.txt": TEXT, "empty.txt": new Uint8Array() }, { level }));
  expect((await gather(open("a.txt")!)).equals(find("a.txt")!)).toBe(true);
  expect(await gather(open("empty.txt")!)).toHaveLength(0);
  expect(open("none.txt")).toBeNull();
});

test("a bomb is given up as soon as it passes its limit", async () => {
  const zip = zipSync({ "a.txt": new Uint8Array(64 * KILOBYTE * KILOBYTE) }, { level: 9 });
  let came = 0;
  const read = async () => {
    for await (const { length } of openZip(zip).open("a.txt")!) came += length;
  };
  await expect(read()).rejects.toMatchObject({ reason: { code: "too-large" } });
  expect(came).toBeLessThan(8 * KILOBYTE * KILOBYTE);
});

test("entries share the total, in pieces as whole", async () => {
  const zip = zipSync({ "a.txt": TEXT, "b.txt": TEXT });
  const limits = { ...ZIP_LIMITS, total: TEXT.length + 10 };
  const { open, find } = openZip(zip, limits);
  expect(await codeOf(open("a.txt")!)).toBe(`${TEXT.length} bytes`);
  expect(await codeOf(open("b.txt")!)).toBe("too-large");
  expect(() => find("b.txt")).toThrow(ReadError);
});

test("an entry whose packed bytes are broken is damaged", async () => {
  const zip = zipSync({ "a.txt": TEXT });
  zip.fill(0xff, 60, 120);
  expect(await codeOf(openZip(zip).open("a.txt")!)).toBe("damaged");
});
