import { expect, test } from "vitest";
import { writeChecks } from "../../../src/apps/cli/doctor-command.ts";
import { examineMachine, type Machine, SAMPLE_WORDS } from "../../../src/apps/cli/examine-machine.ts";
import type { Failure } from "../../../src/sandbox/worker-messages.ts";
import { runProgram } from "./run-program.ts";

const GIGABYTE = 2 ** 30;
const ROW = { title: "", issuer: "", date: "", counts: [], errors: 0 };

const answer = (reader: string, text: string) =>
  ({ kind: "done", text: JSON.stringify({ source: { reader }, blocks: [{ text }] }), row: ROW }) as const;
const failure = (said: Failure) => ({ kind: "failed", said }) as const;

const machine = (given: Partial<Machine>): Machine => ({
  nodeVersion: "24.1.0",
  memory: 8 * GIGABYTE,
  freeMemory: 2 * GIGABYTE,
  findOffice: async () => null,
  digitiseSample: async (file) => answer(`reader of ${file}`, `一、${SAMPLE_WORDS}。`),
  ...given,
});

const NO_OFFICE = { name: "LibreOffice", needed: false, found: { code: "not-needed", facts: {} } };

const failing = async (given: Partial<Machine>) =>
  (await examineMachine(machine(given)))
    .filter(({ works }) => !works)
    .map(({ name, needed, found }) => ({ name, needed, found }));

test("where all is well, only LibreOffice may be absent, and it is not needed", async () => {
  expect(await failing({})).toEqual([NO_OFFICE]);
});

test("LibreOffice works where it read the sample, and else is told to have failed", async () => {
  const readBy = (reader: string) =>
    examineMachine(
      machine({ findOffice: async () => "/opt/soffice", digitiseSample: async () => answer(reader, SAMPLE_WORDS) }),
    );
  const office = { name: "LibreOffice", needed: false };
  const facts = { path: "/opt/soffice" };
  expect(await readBy("libreoffice+docx")).toContainEqual({
    ...office,
    works: true,
    found: { code: "office-used", facts },
  });
  expect(await readBy("doc")).toContainEqual({ ...office, works: false, found: { code: "office-fails", facts } });
});

test("a reader that dies, that reads nothing, or that refuses its sample does not work, and says why", async () => {
  const results: Readonly<Record<string, ReturnType<typeof answer> | ReturnType<typeof failure>>> = {
    "plan.png": failure({ code: "crashed", facts: { reason: "Cannot find package 'onnxruntime-node'" } }),
    "plan.pdf": answer("pdfjs", ""),
    "plan.doc": failure({ code: "timed-out", facts: { seconds: 60 } }),
  };
  const bad = await failing({
    digitiseSample: async (file) => results[file] ?? answer("any", SAMPLE_WORDS),
  });
  expect(bad).toEqual([
    { name: "doc", needed: true, found: { code: "timed-out", facts: { seconds: 60 } } },
    { name: "pdf", needed: true, found: { code: "sample-misread", facts: { file: "plan.pdf" } } },
    {
      name: "image",
      needed: true,
      found: { code: "cannot-load", facts: { reason: "Cannot find package 'onnxruntime-node'" } },
    },
    NO_OFFICE,
  ]);
});

test("an old Node.js is too old; little memory is told but not needed", async () => {
  expect(await failing({ nodeVersion: "22.9.0", memory: GIGABYTE })).toEqual([
    { name: "Node.js", needed: true, found: "22.9.0" },
    { name: "memory", needed: false, found: { code: "little-memory", facts: { memory: "1.0 GB", wanted: "1.5 GB" } } },
    NO_OFFICE,
  ]);
});

test("the table has a line a check, with its state and what was found", () => {
  const checks = [
    { name: "pdf", needed: true, works: true, found: "pdfjs" },
    { name: "image", needed: true, works: false, found: { code: "cannot-load", facts: { reason: "no model" } } },
    { name: "LibreOffice", needed: false, works: false, found: { code: "not-needed", facts: {} } },
  ] as const;
  expect(writeChecks(checks, "en").split("\n")).toEqual([
    "check        state          found",
    "pdf          works          pdfjs",
    "image        fails          It failed on its sample (no model). Install afresh with npm ci.",
    "LibreOffice  no (optional)  Not installed or switched off, and not needed: DOC and WPS files of Word 97 to 2003 are read without it. Older ones and RTF need it.",
  ]);
});

test("on this machine every reader works on its built-in sample", { timeout: 180_000 }, () => {
  const { status, stdout } = runProgram(["doctor", "--json"]);
  const { works, checks } = JSON.parse(stdout);
  expect({ status, works }).toEqual({ status: 0, works: true });
  const names = checks.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["text", "html", "docx", "doc", "pdf", "ofd", "image", "scanned pdf", "LibreOffice"]),
  );
});
