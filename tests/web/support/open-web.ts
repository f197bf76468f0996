import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import type { DocumentRecord } from "../../../schemas/document-record.ts";
import type { Submission } from "../../../schemas/submission.ts";
import {
  type GivenSettings,
  startTestService,
  type TestService,
} from "../../apps/server/support/start-test-service.ts";
import { waitUntil } from "../../services/started.ts";
import { buildPage } from "./build-page.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** The same on every machine, so that what is kept of it is the same too. */
const SCREEN: BrowserContextOptions = {
  viewport: { width: 1280, height: 860 },
  colorScheme: "light",
  timezoneId: "Asia/Shanghai",
};

/** Whatever a machine with other work needs; a test that hangs still ends. */
export const PATIENCE = 240_000;
const STEP = 60_000;

export interface Web {
  readonly service: TestService;
  /** The folder that the page was built into. */
  readonly folder: string;
  /** Opens an address of the page in a window of its own. What the browser complained of is in `complaints`. */
  readonly open: (path: string, options?: BrowserContextOptions & { readonly language?: "zh" | "en" }) => Promise<Page>;
  readonly complaints: string[];
  /** Uploads files through the API and waits until each has its end; gives the documents by file name, in the order of the files. */
  readonly upload: (files: readonly UploadFile[]) => Promise<ReadonlyMap<string, DocumentRecord>>;
  readonly close: () => Promise<void>;
}

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const fixture = (path: string, name = basename(path)): UploadFile => ({
  name,
  bytes: new Uint8Array(readFileSync(join(ROOT, path))),
});

/** Builds the page, starts a service that serves it, and a browser to look at it with. */
export async function openWeb(settings: GivenSettings = {}): Promise<Web> {
  const folder = await buildPage();
  const service = await startTestService({ workers: "1", requestsPerMinute: "100000", ...settings }, folder);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
  const complaints: string[] = [];
  return {
    service,
    folder,
    complaints,
    open: (path, options = {}) => openPage(browser, service.url + path, options, complaints),
    upload: (files) => uploadAll(service, files),
    close: async () => {
      await browser.close();
      await service.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  { language = "zh", ...options }: BrowserContextOptions & { readonly language?: "zh" | "en" },
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({ ...SCREEN, ...options });
  context.setDefaultTimeout(STEP);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin && !/^(?:data|blob):/u.test(request.url()))
      complaints.push(`request to elsewhere: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(`localStorage.setItem("fangan-language", "${language}")`);
  await page.goto(url);
  return page;
}

async function uploadAll(
  service: TestService,
  files: readonly UploadFile[],
): Promise<ReadonlyMap<string, DocumentRecord>> {
  const form = new FormData();
  for (const { name, bytes } of files) form.append("files", new Blob([bytes]), name);
  const answer = await post(service, form);
  const { batch, submissions } = (await answer.json()) as { batch: string; submissions: Submission[] };
  const list = () => service.json<{ items: Submission[] }>(`/api/submissions?batch=${batch}&limit=200`);
  await waitUntil(
    "all files have an end",
    async () => (await list()).items.every(({ finishedAt }) => finishedAt !== null),
    PATIENCE / 1000,
  );
  const ended = new Map((await list()).items.map((each) => [each.id, each]));
  const documents = new Map<string, DocumentRecord>();
  for (const { id } of submissions) {
    const { fileName, document, failure } = ended.get(id)!;
    if (document === null) throw new Error(`${fileName} gave no plan: ${JSON.stringify(failure)}`);
    documents.set(fileName, await service.json<DocumentRecord>(`/api/documents/${document}`));
  }
  return documents;
}

/** A service that has only just begun may not have its queue yet: it says 503, and to come again. */
async function post(service: TestService, form: FormData): Promise<Response> {
  for (let round = 1; ; round++) {
    const answer = await service.request("/api/submissions", { method: "POST", body: form });
    if (answer.ok) return answer;
    if (answer.status !== 503 || round === 10)
      throw new Error(`the upload was refused: ${await answer.text()}\n${service.log.slice(-5).join("\n")}`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

const SCREENSHOTS = join(ROOT, "out/screenshots");
const SHOWN_IN_README = join(ROOT, "tests/web/screenshots");

/** Those that the README shows: `KEEP_SCREENSHOTS=1 vitest run tests/web` takes them anew. None of them has the time of day. */
const SHOWN: ReadonlySet<string> = new Set([
  "assessment-filling",
  "collection",
  "comparison",
  "matrix",
  "plan-pdf",
  "review-corrected",
  "upload-compared",
]);
const COLOURS = 64;

/** Keeps what a person sees as `out/screenshots/<name>.png`, and where it is asked for, a small one for the README. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const isShown = Boolean(process.env.KEEP_SCREENSHOTS) && SHOWN.has(name);
  // What was told fades by itself, sooner or later.
  if (isShown) await page.locator(".toast").first().waitFor({ state: "detached" });
  const png = await page.screenshot({ animations: "disabled" });
  mkdirSync(SCREENSHOTS, { recursive: true });
  writeFileSync(join(SCREENSHOTS, `${name}.png`), png);
  if (!isShown) return;
  mkdirSync(SHOWN_IN_README, { recursive: true });
  const small = sharp(png).png({ palette: true, colours: COLOURS, effort: 10, compressionLevel: 9 });
  writeFileSync(join(SHOWN_IN_README, `${name}.png`), await small.toBuffer());
}
