import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRecord } from "../../schemas/document-record.ts";
import { fixture, openWeb, PATIENCE, type Web } from "./support/open-web.ts";
import { FAMILY } from "./support/small-plans.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const runWithin = (
  part: string,
  rules: readonly string[],
): string => `axe.run("${part}", { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ target, failureSummary }) => target.join(" ") + " " + failureSummary).join(" | ")))`;

let web: Web;
let documents: ReadonlyMap<string, DocumentRecord>;

beforeAll(async () => {
  web = await openWeb();
  documents = await web.upload([
    ...FAMILY,
    fixture("fixtures/formats/004_19e74f7518abefb9/plan.docx"),
    fixture("fixtures/formats/001_13842449fc20d73d/plan.ofd"),
  ]);
}, PATIENCE);
afterAll(() => web?.close(), PATIENCE);

/** The page's policy lets no foreign script in: this one comes through the debugger, as no page's own could. */
async function findFaults(page: Page, part = "html", rules: readonly string[] = LEVELS): Promise<string[]> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  return (await page.evaluate(runWithin(part, rules))) as string[];
}

const TABS = [
  "overview",
  "targets",
  "phases",
  "tasks",
  "matrix",
  "units",
  "standards",
  "deadlines",
  "tables",
  "findings",
  "review",
];

for (const [name, options, rules] of [
  ["light", {}, LEVELS],
  // Only colours are others in the dark.
  ["dark", { colorScheme: "dark" }, ["color-contrast"]],
  ["phone", { viewport: { width: 390, height: 800 } }, LEVELS],
] as const)
  test(
    `axe finds nothing serious: ${name}`,
    async () => {
      const { id } = documents.get("plan.docx")!;
      const { id: ofd } = documents.get("plan.ofd")!;
      const views = ["/", "/?text=zzz", "/upload", "/lineage", "/nowhere", `/documents/${ofd}?fact=targets/0`];
      const page = await web.open("/", options);
      const look = async (view: string): Promise<void> => {
        await page.goto(web.service.url + view);
        expect({ view, faults: await findFaults(page, "html", rules) }).toEqual({ view, faults: [] });
      };
      for (const view of views) await look(view);
      await look(`/documents/${id}?tab=${TABS[0]}`);
      // What stands beside the facts is the same in every tab.
      for (const tab of TABS.slice(1)) {
        await page.locator(`.facts nav a[href*="tab=${tab}"]`).click();
        expect({ tab, faults: await findFaults(page, ".facts", rules) }).toEqual({ tab, faults: [] });
      }
      await page.context().close();
    },
    4 * PATIENCE,
  );

test(
  "axe finds nothing serious in an upload, an open editor and the dialogs",
  async () => {
    const { items } = await web.service.json<{ items: { id: string }[] }>("/api/batches");
    const batch = await web.open(`/batches/${items[0]!.id}`);
    expect(await findFaults(batch)).toEqual([]);
    const page = await web.open(`/documents/${documents.get("county.txt")!.id}?tab=targets`);
    await page.locator('[data-fact="targets/0"]').getByRole("button", { name: "更正" }).click();
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "键盘操作" }).click();
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "审定" }).click();
    expect(await findFaults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  "a keyboard alone reaches the content, the navigation and every fact",
  async () => {
    const page = await web.open(`/documents/${documents.get("county.txt")!.id}?tab=targets`);
    await page.locator('[data-fact="targets/0"]').waitFor();
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      reached.add(
        String(await page.evaluate("document.activeElement.textContent.trim() || document.activeElement.ariaLabel")),
      );
    }
    for (const name of ["跳到正文", "方案库", "下载原件", "审定", "原文"]) expect([...reached]).toContain(name);
  },
  PATIENCE,
);
