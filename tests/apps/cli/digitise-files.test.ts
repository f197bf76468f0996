import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digitiseFiles, type FileResult, type Run } from "../../../src/apps/cli/digitise-files.ts";
import type { Input } from "../../../src/apps/cli/find-inputs.ts";
import { createOutputFolder } from "../../../src/apps/cli/output-folder.ts";
import type { WorkerPool } from "../../../src/sandbox/worker-pool.ts";

const PLAN = { header: { title: "甲方案", noticeTitle: null, issuers: ["甲县政府", "乙局"], issuedOn: "2023" } };
const EMPTY = { targets: [], phases: [], tasks: [], units: [], standards: [], findings: [] };
const ROW = { title: "甲方案", issuer: "甲县政府 +1", date: "2023", counts: [0, 0, 0, 0, 0, 0], errors: 0 };

/** A pool that answers after `delay(name)` ms; files named bad fail. */
function fakePool(delay: (name: string) => number = () => 0): WorkerPool & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    close: async () => {},
    run: async ({ fileName }) => {
      seen.push(fileName);
      await new Promise((resolve) => setTimeout(resolve, delay(fileName)));
      if (fileName === "bad") return { kind: "failed", said: { code: "damaged", facts: {} } };
      return { kind: "done", text: JSON.stringify({ ...PLAN, ...EMPTY }), row: ROW };
    },
  };
}

const inputs = (...names: string[]): Input[] => names.map((name) => ({ path: name, name }));

function runOf(given: Partial<Run>): { run: Run; told: string[] } {
  const told: string[] = [];
  const run: Run = {
    pool: fakePool(),
    jobs: 2,
    outputs: null,
    readBytes: async ({ name }) => new TextEncoder().encode(name),
    nameOf: ({ name }) => `${name}.json`,
    force: false,
    tell: (result) => told.push(result.input.name),
    ...given,
  };
  return { run, told };
}

const kinds = (results: readonly FileResult[]) => results.map(({ kind }) => kind);

test("files are told in the order given, though the first takes longest", async () => {
  const { run, told } = runOf({ pool: fakePool((name) => (name === "a" ? 30 : 0)), jobs: 3 });
  await digitiseFiles(inputs("a", "b", "c"), run);
  expect(told).toEqual(["a", "b", "c"]);
});

test("a file that fails, and one that cannot be read, leave the others alone", async () => {
  const readBytes: Run["readBytes"] = async ({ name }) => {
    if (name === "gone") throw Object.assign(new Error("no"), { code: "EACCES" });
    return new Uint8Array([1]);
  };
  const results = await digitiseFiles(inputs("gone", "bad", "good"), runOf({ readBytes }).run);
  expect(kinds(results)).toEqual(["failed", "failed", "done"]);
  expect(results[0]).toMatchObject({ said: { code: "cannot-read", facts: { reason: "EACCES" } } });
});

test("a second run leaves alone what is unchanged, and does anew what is forced, altered or of another program", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fangan-"));
  const go = async (program: string, given: Partial<Run> = {}) => {
    const outputs = createOutputFolder(folder, program);
    const results = await digitiseFiles(inputs("a"), runOf({ outputs, ...given }).run);
    outputs.close();
    return kinds(results)[0];
  };
  expect(await go("v1")).toBe("done");
  expect(await go("v1")).toBe("unchanged");
  expect(await go("v1", { force: true })).toBe("done");
  expect(await go("v2")).toBe("done");
  expect(await go("v2", { readBytes: async () => new Uint8Array([9]) })).toBe("done");
  writeFileSync(join(folder, "a.json"), "{");
  expect(await go("v2", { readBytes: async () => new Uint8Array([9]) })).toBe("done");
});

test("outputs are whole files with nothing beside them but the folder's memory", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fangan-"));
  const outputs = createOutputFolder(folder, "v1");
  await digitiseFiles(inputs("a", "bad"), runOf({ outputs }).run);
  outputs.close();
  expect(readdirSync(folder).sort()).toEqual([".fangan.json", "a.json"]);
  expect(JSON.parse(readFileSync(join(folder, "a.json"), "utf8")).header.title).toBe("甲方案");
});

test("a folder that cannot be written is a named failure", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "fangan-")), "file");
  writeFileSync(file, "");
  const outputs = createOutputFolder(file, "v1");
  const results = await digitiseFiles(inputs("a"), runOf({ outputs }).run);
  expect(results[0]).toMatchObject({ kind: "failed", said: { code: "cannot-write" } });
});
