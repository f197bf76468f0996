import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { digitise } from "../../pipelines/digitise.ts";
import { factsOf } from "../helpers/facts-of.ts";

// The own reader of DOC is tried here; tests/read/libreoffice says the same of LibreOffice.
vi.stubEnv("FANGAN_SOFFICE", "off");

const ROOT = new URL("../../", import.meta.url);
const FORMATS = new URL("fixtures/formats/", ROOT);
const FILES = ["page.html", "plan.doc", "plan.pdf", "plan.ofd"];
/** These two text exports have lost words (`各市（州）`) and the spans of a column, which the other formats hold. */
const LOSSY_TEXT = ["002_bec9de873ccecc5a", "003_0648c47208080c43"];
const MILLISECONDS = 20_000;

const factsOfFile = async (path: URL): Promise<Record<string, unknown>> =>
  factsOf(await digitise(readFileSync(path), path.pathname));

describe.each(readdirSync(FORMATS))("%s", async (stem) => {
  const folder = new URL(`${stem}/`, FORMATS);
  const text = new URL(`seeds/${stem}.txt`, ROOT);
  const others = [...FILES.map((name) => new URL(name, folder)), ...(LOSSY_TEXT.includes(stem) ? [] : [text])].filter(
    (path) => existsSync(path),
  );
  const docx = await factsOfFile(new URL("plan.docx", folder));

  test.each(others.map((path) => [path.pathname.split("/").at(-1)!, path] as const))(
    "%s gives the facts that plan.docx gives",
    async (_, path) => {
      expect(await factsOfFile(path)).toEqual(docx);
    },
    MILLISECONDS,
  );

  test("plan.docx gives facts of every kind that its plan has", () => {
    expect(docx.standards).not.toEqual([]);
    expect(docx.tasks).not.toEqual([]);
  });
});
