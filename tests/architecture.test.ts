import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const CODE = ["schemas", "pipelines", "src"];

/** A source file: its path below the root, its text, and what it imports. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)"([^"]+)"/gmu;

const sources: Source[] = CODE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|js)$/.test(entry.name))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name));
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, imports: [...text.matchAll(IMPORT)].map((match) => match[1]!) };
    }),
);

/** `src/read/pdf/x.ts` → `src/read`; `schemas/plan.ts` → `schemas`. */
const partOf = (path: string): string =>
  path
    .split("/")
    .slice(0, path.startsWith("src/") ? 2 : 1)
    .join("/");

/** How far up each part stands: a file imports from its own part, or from a lower level only. */
const LEVELS: Readonly<Record<string, number>> = {
  schemas: 0,
  "src/core": 1,
  pipelines: 3,
  "src/sandbox": 4,
  "src/queue": 5,
  "src/apps": 6,
};
const levelOf = (part: string): number => LEVELS[part] ?? 2;

test("imports run one way: schemas, core, parts, pipelines, sandbox, queue, apps; and no part imports another", () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith("."))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name)))
      .filter((target) => target !== "package.json")
      .filter((target) => partOf(target) !== partOf(path) && levelOf(partOf(target)) >= levelOf(partOf(path)))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no files import each other in a circle", () => {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter((name) => name.startsWith(".")).map((name) => relative(ROOT, resolve(ROOT, dirname(path), name))),
    ]),
  );
  const clear = new Set<string>();
  const findCircle = (path: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (clear.has(path)) return null;
    for (const target of targets.get(path) ?? []) {
      const circle = findCircle(target, [...way, path]);
      if (circle) return circle;
    }
    clear.add(path);
    return null;
  };
  expect([...targets.keys()].flatMap((path) => findCircle(path, []) ?? [])).toEqual([]);
});

/** Where a library may be imported; whatever is not named here, in one folder only. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  zod: ["schemas", "src/apps", "src/core"],
  commander: ["src/apps"],
  preact: ["src/apps"],
};

test("each third-party library is imported in one folder only", () => {
  const users = new Map<string, Set<string>>();
  for (const { path, imports } of sources)
    for (const name of imports.filter((each) => !each.startsWith(".") && !each.startsWith("node:"))) {
      const library = name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/");
      const folder = SHARED[library] ? partOf(path) : dirname(path);
      users.set(library, (users.get(library) ?? new Set()).add(folder));
    }
  const wrong = [...users]
    .filter(([library, folders]) =>
      SHARED[library] ? [...folders].some((f) => !SHARED[library]!.includes(f)) : folders.size > 1,
    )
    .map(([library, folders]) => `${library}: ${[...folders].join(", ")}`);
  expect(wrong).toEqual([]);
});

test("the code knows no seed's place", () => {
  const places = /桓台|高唐|白鹤|青浦|秦皇岛|淄博|聊城/u;
  const isGazetteer = (path: string) => /gazetteer/.test(path);
  expect(sources.filter(({ path, text }) => !isGazetteer(path) && places.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});

test("the top level holds what the owner put there", () => {
  const card = [
    "LICENSE",
    "README.md",
    "fixtures",
    "package-lock.json",
    "package.json",
    "pipelines",
    "schemas",
    "seeds",
    "src",
    "tests",
    "tsconfig.json",
  ];
  const made = ["node_modules", "out", "coverage", "fangan-data"];
  const extra = readdirSync(ROOT).filter(
    (name) => !name.startsWith(".") && !card.includes(name) && !made.includes(name),
  );
  expect(extra).toEqual([]);
});

const shareBelow = (sizes: readonly number[], share: number): number =>
  sizes.toSorted((a, b) => a - b)[Math.ceil(sizes.length * share) - 1]!;

test("files stay small: half of them within 80 lines, nine in ten within 220, none above 300", () => {
  const sizes = sources.map(({ text }) => text.trimEnd().split("\n").length);
  expect(shareBelow(sizes, 0.5)).toBeLessThanOrEqual(80);
  expect(shareBelow(sizes, 0.9)).toBeLessThanOrEqual(220);
  expect(shareBelow(sizes, 1)).toBeLessThanOrEqual(300);
});

test("no file is a drawer for odds and ends, and no check is switched off", () => {
  expect(
    sources
      .filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\.ts|\/)/.test(path))
      .map(({ path }) => path),
  ).toEqual([]);
  const switchedOff =
    /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|:\s*any\s*[;,)=|\]>{]|\bas any\b(?! [a-z])|\bTODO\b|\bFIXME\b/;
  expect(sources.filter(({ text }) => switchedOff.test(text)).map(({ path }) => path)).toEqual([]);
});
