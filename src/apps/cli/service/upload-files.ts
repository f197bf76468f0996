import { openAsBlob } from "node:fs";
import { access, constants, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Client, Taken, UploadFile } from "../../client/client.ts";
import { ServiceProblem } from "../../client/service-problem.ts";
import type { Input } from "../find-inputs.ts";
import { readStandardInput } from "../standard-input.ts";

/** What became of an upload in several requests. `fault` ended it early: what was taken before stays taken. */
export interface Uploaded {
  readonly taken: readonly Taken[];
  readonly refused: readonly Refused[];
  readonly fault: unknown;
}

/** A file that the service, or this machine, does not give or take. */
export interface Refused {
  readonly input: Input;
  readonly error: unknown;
}

interface Waiting extends UploadFile {
  readonly input: Input;
}

/** One request holds so many files and bytes; a server with lower limits is sent less. */
const MOST_FILES = 200;
const MOST_BYTES = 256 * 1024 * 1024;

/** Refusals that name a fault of a file: the others of its request are sent without it. */
const OF_FILES: ReadonlySet<string> = new Set([
  "file-too-large",
  "file-name-invalid",
  "file-type-unknown",
  "file-empty",
  "archive-refused",
  "too-many-files",
]);

const isOfFiles = (error: unknown): error is ServiceProblem =>
  error instanceof ServiceProblem && OF_FILES.has(error.problem.code);

/** Uploads files in as few requests as their number and size allow; `tell` hears how many are through. */
export async function uploadFiles(
  inputs: readonly Input[],
  client: Pick<Client, "submit">,
  about: { readonly name?: string; readonly template?: string },
  tell: (done: number, name: string) => void,
): Promise<Uploaded> {
  const taken: Taken[] = [];
  const refused: Refused[] = [];
  let through = 0;
  const pass = (count: number, name: string): void => {
    through += count;
    tell(through, name);
  };
  const refuse = (input: Input, error: unknown): void => {
    refused.push({ input, error });
    pass(1, input.name);
  };
  const send = async (files: readonly Waiting[]): Promise<void> => {
    if (files.length === 0) return;
    try {
      taken.push(await client.submit(files, about));
      pass(files.length, files.at(-1)!.name);
    } catch (error) {
      if (!isOfFiles(error)) throw error;
      if (files.length === 1) return refuse(files[0]!.input, error);
      const named = files.filter(({ name }) => name.normalize("NFC").trim() === error.problem.facts?.file);
      const rest = named.length === 1 ? files.filter((file) => file !== named[0]) : files;
      if (named.length === 1) refuse(named[0]!.input, error);
      const half = named.length === 1 ? rest.length : Math.ceil(rest.length / 2);
      await send(rest.slice(0, half));
      await send(rest.slice(half));
    }
  };
  try {
    for await (const files of groupFiles(inputs, refuse)) await send(files);
    return { taken, refused, fault: null };
  } catch (fault) {
    return { taken, refused, fault };
  }
}

async function* groupFiles(
  inputs: readonly Input[],
  refuse: (input: Input, error: unknown) => void,
): AsyncGenerator<readonly Waiting[]> {
  let files: Waiting[] = [];
  let bytes = 0;
  for (const input of inputs) {
    const content = await openInput(input).catch((error: unknown) => refuse(input, error));
    if (!content) continue;
    if (files.length === MOST_FILES || (files.length > 0 && bytes + content.size > MOST_BYTES)) {
      yield files;
      files = [];
      bytes = 0;
    }
    files.push({ input, name: basename(input.name), content });
    bytes += content.size;
  }
  if (files.length > 0) yield files;
}

/** A file is read as it is sent; that it can be is found out before. */
async function openInput({ path }: Input): Promise<Blob> {
  if (path === "-") return new Blob([await readStandardInput()]);
  await access(path, constants.R_OK);
  if (!(await stat(path)).isFile()) throw Object.assign(new Error("not a file"), { code: "ENOTFILE" });
  return openAsBlob(path);
}
