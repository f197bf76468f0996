import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { streamZip, type ZipFile } from "../../src/core/stream-zip.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function packed(files: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  async function* give(): AsyncGenerator<ZipFile> {
    for (const [name, text] of files) yield { name, bytes: bytesOf(text) };
  }
  const parts: Uint8Array[] = [];
  for await (const part of streamZip(give())) parts.push(part);
  return Buffer.concat(parts);
}

test("files come back as they went in", async () => {
  const long = "方案".repeat(100_000);
  const files = [
    ["方案.plan.json", "一"],
    ["长.csv", long],
    ["空", ""],
  ] as const;
  const zip = await packed(files);
  expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(files);
  expect(zip.length).toBeLessThan(long.length / 10);
});

test("the same files give the same bytes, and no files an empty package", async () => {
  const files = [["a.txt", "甲"]] as const;
  expect(await packed(files)).toEqual(await packed(files));
  expect(unzipSync(await packed([]))).toEqual({});
});

test("a file is handed on before the next one is asked for", async () => {
  const events: string[] = [];
  async function* give(): AsyncGenerator<ZipFile> {
    for (const name of ["a", "b"]) {
      events.push(`asked ${name}`);
      yield { name, bytes: bytesOf(name) };
    }
  }
  for await (const _ of streamZip(give())) if (events.at(-1) !== "given") events.push("given");
  expect(events).toEqual(["asked a", "given", "asked b", "given"]);
});
