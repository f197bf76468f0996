import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Plan } from "../../../schemas/plan.ts";
import { PublishedStandard } from "../../../schemas/published-standard.ts";
import type { Submission } from "../../../schemas/submission.ts";
import { openZip } from "../../../src/core/zip.ts";
import { PUBLISH_FORMATS, type PublishFormat } from "../../../src/publish/publish.ts";
import { smallPlan } from "../../queue/support/small-plan.ts";
import { waitUntil } from "../../services/started.ts";
import { formOf } from "./support/forms.ts";
import { startTestService, type TestService } from "./support/start-test-service.ts";

/** A county's plan with one scoring table of sixteen rows, worth 100 points. */
const SCORED = readFileSync(join(import.meta.dirname, "../../../seeds/000_8a278b583fb0d41d.txt"), "utf8");

let service: TestService;
let scored: string;
let plain: string;
let standards: readonly PublishedStandard[];

beforeAll(async () => {
  service = await startTestService({ workers: "1" });
  const body = formOf({ "scored.txt": SCORED, "plain.txt": smallPlan(1) });
  const answer = await service.request("/api/submissions", { method: "POST", body });
  const { submissions } = (await answer.json()) as { submissions: readonly Submission[] };
  const documentOf = async ({ id }: Submission): Promise<string> => {
    const find = () => service.json<Submission>(`/api/submissions/${id}`);
    await waitUntil("the file is digitised", async () => (await find()).state === "done", 120);
    return (await find()).document!;
  };
  [scored, plain] = (await Promise.all(submissions.map(documentOf))) as [string, string];
}, 300_000);
afterAll(() => service?.close(), 60_000);

test("a plan's standards are given as standard/1, row by row, as the plan has them", async () => {
  const { items } = await service.json<{ items: unknown[] }>(`/api/documents/${scored}/standards`);
  standards = items.map((item) => PublishedStandard.parse(item));
  const plan = Plan.parse(await service.json(`/api/documents/${scored}/plan`));
  expect(standards).toHaveLength(plan.standards.length);
  for (const [at, standard] of standards.entries()) {
    expect(standard.plan.id).toBe(scored);
    expect(standard.rows.map(({ criterion }) => criterion)).toEqual(
      plan.standards[at]!.items.map(({ criterion }) => criterion),
    );
  }
});

test("a correction of a row shows in its standard", async () => {
  const path = `/api/documents/${scored}/corrections`;
  const body = { path: "/standards/0/items/0/criterion", value: "更正后的评价内容", why: "核对原件" };
  const { id } = await service.json<{ id: string }>(path, { method: "POST", body, status: 201 });
  const { items } = await service.json<{ items: PublishedStandard[] }>(`/api/documents/${scored}/standards`);
  expect(items[0]!.rows[0]!.criterion).toBe("更正后的评价内容");
  await service.json(`/api/corrections/${id}`, { method: "DELETE", status: 204 });
});

test("a plan without standards has an empty list, and a document that is not there is named", async () => {
  expect(await service.json(`/api/documents/${plain}/standards`)).toEqual({ items: [] });
  const problem = await service.json<{ code: string }>("/api/documents/plan-none/standards", { status: 404 });
  expect(problem.code).toBe("not-found");
});

interface Published {
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const textOf = ({ bytes }: Published): string => new TextDecoder().decode(bytes);
/** The text of a sheet or a document, tags left out. */
const textWithin = ({ bytes }: Published, part: string): string =>
  new TextDecoder().decode(openZip(bytes).find(part)!).replace(/<[^>]+>/g, "");
const firstCriterion = (): string => standards[0]!.rows[0]!.criterion!;

/** Of each format: its media type, the ending of its name, and what must be in it. */
const FORMATS: Readonly<Record<PublishFormat, readonly [RegExp, RegExp, (file: Published) => void]>> = {
  json: [/^application\/json/, /\.plan\.json$/, (file) => expect(Plan.parse(JSON.parse(textOf(file))).id).toBe(scored)],
  standard: [
    /^application\/json/,
    /\.standard\.json$/,
    (file) => expect(JSON.parse(textOf(file))).toEqual(standards[0]),
  ],
  schema: [/^application\/json/, /\.schema\.json$/, (file) => expect(textOf(file)).toContain('"standard/1"')],
  csv: [/^text\/csv/, /\.standard\.csv$/, (file) => expect(textOf(file)).toContain(firstCriterion().slice(0, 20))],
  xlsx: [
    /spreadsheetml/,
    /\.standard\.xlsx$/,
    (file) => expect(openZip(file.bytes).names).toContain("xl/workbook.xml"),
  ],
  workbook: [
    /spreadsheetml/,
    /\.scoring\.xlsx$/,
    (file) => expect(textWithin(file, "xl/worksheets/sheet1.xml")).toMatch(/SUM/),
  ],
  markdown: [/^text\/markdown/, /\.md$/, (file) => expect(textOf(file)).toContain(firstCriterion().slice(0, 20))],
  docx: [
    /wordprocessingml/,
    /\.docx$/,
    (file) => expect(textWithin(file, "word/document.xml")).toContain(firstCriterion().slice(0, 20)),
  ],
  ics: [/^text\/calendar/, /\.ics$/, (file) => expect(textOf(file)).toMatch(/^BEGIN:VCALENDAR\r\n/)],
  "targets-csv": [
    /^text\/csv/,
    /\.targets\.csv$/,
    (file) => expect(textOf(file).split("\n").length).toBeGreaterThan(1),
  ],
  "responsibilities-csv": [
    /^text\/csv/,
    /\.responsibilities\.csv$/,
    (file) => expect(textOf(file).split("\n").length).toBeGreaterThan(1),
  ],
};

test.each(PUBLISH_FORMATS)(
  "is published as %s, to be saved under a name of its own",
  { timeout: 60_000 },
  async (format) => {
    const answer = await service.request(`/api/documents/${scored}/publish/${format}`);
    const [mediaType, name, check] = FORMATS[format];
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringMatching(mediaType)]);
    const [, given] = /^attachment; filename\*=UTF-8''(.+)$/.exec(answer.headers.get("content-disposition")!)!;
    expect(decodeURIComponent(given!)).toMatch(name);
    check({ mediaType: answer.headers.get("content-type")!, name: given!, bytes: await answer.bytes() });
  },
);

test.each(["standard", "csv", "xlsx", "workbook"])(
  "a plan without standards cannot be published as %s, and the problem says so",
  async (format) => {
    const problem = await service.json<{ code: string; facts: object }>(`/api/documents/${plain}/publish/${format}`, {
      status: 422,
    });
    expect(problem).toMatchObject({ code: "nothing-to-publish", facts: { format, lack: "standards" } });
  },
);
