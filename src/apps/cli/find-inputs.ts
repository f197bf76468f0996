import { glob, readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";

/**
 * A file to digitise. `name` is its path below what the user named: `plan.pdf`, or `2021/plan.pdf` in a folder.
 * A file of an archive has the archive's path, and its own within (`entry`): `batch.zip/2021/plan.pdf` is its name.
 */
export interface Input {
  readonly path: string;
  readonly name: string;
  readonly entry?: string;
}

/** How an input is called where something is said of it: `plans/batch.zip/2021/plan.pdf`. */
export const labelOf = ({ path, entry }: Input): string =>
  entry === undefined ? path : `${path}/${entry.replace(/\p{Cc}/gu, "\uFFFD")}`;

/** What the user named, and what it came to; `inputs` is null where nothing is there. */
export interface Found {
  readonly argument: string;
  readonly inputs: readonly Input[] | null;
}

/** Which files of a folder are taken; a file named by itself is taken as it is, for its bytes decide. */
const DOCUMENTS = [".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".zip"];
const PICTURES = [".png", ".jpg", ".jpeg", ".tif", ".tiff"];
const KNOWN: ReadonlySet<string> = new Set([...DOCUMENTS, ...PICTURES]);

/** Where plans are wanted, those that are JSON already are taken, too. */
export const SOURCES_AND_PLANS: ReadonlySet<string> = new Set([...KNOWN, ".json"]);

/**
 * Finds the files behind paths, folders (all levels, hidden ones left out) and glob patterns, each file once.
 * `-` is standard input, under the name `stdinName`; `extensions` are the endings taken in folders.
 */
export async function findInputs(
  paths: readonly string[],
  stdinName: string,
  extensions: ReadonlySet<string> = KNOWN,
): Promise<Found[]> {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const argument of paths) {
    const inputs = argument === "-" ? [{ path: "-", name: basename(stdinName) }] : await findOne(argument, extensions);
    const fresh: Input[] = [];
    for (const input of inputs ?? []) {
      const real = input.path === "-" ? "-" : await realpath(input.path);
      if (!seen.has(real)) fresh.push(input);
      seen.add(real);
    }
    found.push({ argument, inputs: inputs && fresh });
  }
  return found;
}

async function findOne(argument: string, extensions: ReadonlySet<string>): Promise<Input[] | null> {
  const entry = await stat(argument).catch(() => null);
  if (entry?.isDirectory()) return findInFolder(argument, extensions);
  if (entry) return [{ path: argument, name: basename(argument) }];
  return /[*?[{]/.test(argument) ? findByPattern(argument) : null;
}

async function findInFolder(folder: string, extensions: ReadonlySet<string>): Promise<Input[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && extensions.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .sort()
    .map((path) => ({ path, name: relative(folder, path) }));
}

const isHidden = (path: string): boolean => path.split(/[\\/]/).some((part) => part.startsWith("."));

async function findByPattern(pattern: string): Promise<Input[] | null> {
  const paths: string[] = [];
  for await (const entry of glob(pattern, { withFileTypes: true }))
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  return paths.length === 0 ? null : paths.sort().map((path) => ({ path, name: basename(path) }));
}
