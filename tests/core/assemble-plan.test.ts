import { describe, expect, test } from "vitest";
import type { Facts } from "../../schemas/plan.ts";
import { assemblePlan } from "../../src/core/assemble-plan.ts";
import { message } from "../../src/core/outcome.ts";
import { factsOf } from "../check/make-plan.ts";
import { blockOf } from "../helpers/outline-of.ts";

const EVIDENCE = [{ block: 0, start: 0, end: 2, quote: "印发", page: null, bbox: null }];
const DUTY = { units: ["县水务局"], text: "负责巡河。", evidence: EVIDENCE };

const assemble = (given: { facts?: Partial<Facts>; text?: string; fileName?: string } = {}) =>
  assemblePlan({
    bytes: Buffer.from(given.text ?? "印发方案"),
    fileName: given.fileName ?? "plan.txt",
    source: { mediaType: "text/plain", reader: "text", ocr: false, pageCount: null, blocks: [] },
    document: { blocks: [blockOf("印发方案", [{ start: 0, end: 4, page: 1, bbox: [0, 0, 9, 9] }])], nodes: [] },
    facts: factsOf(given.facts ?? {}),
    findings: [],
    messages: [message("encoding-guessed", "info", { encoding: "gb18030" })],
  });

test("a plan says where it came from", () => {
  expect(assemble().source).toEqual({
    fileName: "plan.txt",
    mediaType: "text/plain",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    byteLength: 12,
    pageCount: null,
    reader: "text",
    ocr: false,
  });
});

test("the same bytes have the same id under any name, other bytes another", () => {
  expect(assemble({ fileName: "另一个名字.txt" }).id).toBe(assemble().id);
  expect(assemble({ text: "印发方案 " }).id).not.toBe(assemble().id);
});

test("blocks go out without the runs that only the program needs", () => {
  expect(assemble().blocks).toEqual([
    { id: 0, text: "印发方案", page: null, bbox: null, cell: null, confidence: null },
  ]);
});

describe("a file without anything of a plan", () => {
  test("is said to be none, after what its reader said", () => {
    expect(assemble().messages.map(({ code }) => code)).toEqual(["encoding-guessed", "not-a-plan"]);
  });

  test("chapters alone are no plan, one duty is", () => {
    const section = {
      number: "一",
      heading: "初遇",
      kind: "other" as const,
      level: 1,
      children: [],
      evidence: EVIDENCE,
    };
    expect(assemble({ facts: { sections: [section] } }).messages).toHaveLength(2);
    expect(assemble({ facts: { duties: [DUTY] } }).messages.map(({ code }) => code)).toEqual(["encoding-guessed"]);
  });
});

test("a fact that breaks the contract stops the program", () => {
  expect(() => assemble({ facts: { duties: [{ ...DUTY, evidence: [] }] } })).toThrow(/evidence/);
});
