import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { buildPage } from "./support/build-page.ts";

/** What Vite tells of each file that it built. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await buildPage();
  manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Manifest;
}, 120_000);

/** The files that a chunk needs before it can run. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const { file, css = [], imports = [] } = manifest[key]!;
  if (seen.has(file)) return seen;
  for (const each of [file, ...css]) seen.add(each);
  for (const each of imports) filesOf(each, seen);
  return seen;
}

const zipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);

const entry = () => Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;

test("the first page loads under 300 kB gzip, the first view with it", () => {
  const files = filesOf(entry());
  for (const file of filesOf("collection/collection-view.tsx")) files.add(file);
  expect(zipped([...files, "index.html", "icon.svg"])).toBeLessThan(300_000);
});

test("the other views are fetched on demand only", () => {
  const first = filesOf(entry());
  const views = manifest[entry()]!.dynamicImports!;
  expect(views).toContain("plan/plan-view.tsx");
  expect(views.length).toBeGreaterThanOrEqual(10);
  for (const view of views) expect([...first]).not.toContain(manifest[view]!.file);
});

test("nothing is put inline, where the server's policy would refuse it", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)/u);
});
