import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "../../..");
const BUILDS = join(ROOT, "node_modules/.cache/fangan-web");
/** More than the page is made of, so that no import leads out of it. */
const SOURCES = ["src/**/*", "schemas/**/*", "package.json", "package-lock.json"];
const WAIT_MILLIS = 200;
const OLD_MILLIS = 3_600_000;

/**
 * The folder of the built page. It is built once for all that ask, in this process or another, and anew as soon as
 * one byte of the sources is another: the folder's name is their digest.
 */
export async function buildPage(): Promise<string> {
  for (;;) {
    const digest = digestSources();
    const folder = join(BUILDS, digest);
    if (!existsSync(folder)) await buildOnce(folder);
    // Who saves a file while it is built gets a build of what was saved.
    if (digestSources() === digest) return folder;
  }
}

function digestSources(): string {
  const hash = createHash("sha256");
  const names = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).toSorted();
  for (const name of names) {
    const path = join(ROOT, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 32);
}

/** One builds, the others wait; whoever finds the builder dead takes its place. */
async function buildOnce(folder: string): Promise<void> {
  const lock = `${folder}.pid`;
  mkdirSync(BUILDS, { recursive: true });
  while (!existsSync(folder)) {
    if (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, WAIT_MILLIS));
    else
      try {
        removeOld();
        if (!existsSync(folder)) await buildInto(folder);
      } finally {
        rmSync(lock, { force: true });
      }
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isLeft(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isLeft(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    // Empty for the moment in which its owner writes it.
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** A folder with this name is always whole. */
async function buildInto(folder: string): Promise<void> {
  const unready = mkdtempSync(`${folder}.`);
  await build({
    configFile: join(ROOT, "src/apps/web/vite.config.ts"),
    logLevel: "warn",
    build: { outDir: unready, emptyOutDir: true },
  });
  renameSync(unready, folder);
}

/** A run that still serves an older build began within the hour. */
function removeOld(): void {
  for (const name of readdirSync(BUILDS)) {
    const path = join(BUILDS, name);
    if (statSync(path).mtimeMs < Date.now() - OLD_MILLIS) rmSync(path, { recursive: true, force: true });
  }
}
