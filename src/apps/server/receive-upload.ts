import { rm } from "node:fs/promises";
import type { Submission } from "../../../schemas/submission.ts";
import { type SubmitParts, submitUpload, type Upload } from "../../queue/submit.ts";
import { FileMissing } from "../../store/errors.ts";
import type { Request } from "./http.ts";
import type { TakenFile } from "./intake.ts";
import { Refusal } from "./problem-codes.ts";
import type { Service } from "./service.ts";
import { takeUpload } from "./take-upload.ts";

/** A form: its files in temporary places, and its other fields. */
export interface Form {
  readonly files: readonly TakenFile[];
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Receives an upload and hands its files to `use`. Nothing of it is kept but by `use`: in the end, also where the client went away
 * halfway, its temporary files are removed.
 * @throws Refusal as `takeUpload`, and `not-multipart`, `no-files`, `too-many-files`.
 */
export async function receiveUpload<T>(
  request: Request,
  { store, settings }: Service,
  use: (form: Form) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new Refusal("not-multipart");
  const paths: string[] = [];
  const intake = { folder: store.files.temporaryFolder, settings, onPath: (path: string) => paths.push(path) };
  const files: TakenFile[] = [];
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") fields.set(part.fieldname, String(part.value));
      else files.push(...(await takeUpload(part.file, part.filename, intake)));
      if (files.length > settings.uploadFiles) throw new Refusal("too-many-files", { limit: settings.uploadFiles });
    }
    if (files.length === 0) throw new Refusal("no-files");
  } catch (error) {
    await removeAll(paths);
    throw refusalOf(error, settings.uploadFiles);
  }
  try {
    return await use({ files, fields });
  } finally {
    await removeAll(paths);
  }
}

const removeAll = (paths: readonly string[]): Promise<unknown> =>
  Promise.all(paths.map((path) => rm(path, { force: true })));

/** What the form's parser says of a form that ends too early or has not the shape of one; it gives these no codes. */
const CUT_SHORT = /unexpected end of|terminated early|premature close|aborted|malformed part|boundary not found/i;

function refusalOf(error: unknown, limit: number): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const code = "code" in error ? error.code : "";
  if (code === "FST_FILES_LIMIT" || code === "FST_PARTS_LIMIT") return new Refusal("too-many-files", { limit });
  return CUT_SHORT.test(error.message) || code === "ECONNRESET" ? new Refusal("upload-cut-short") : error;
}

/**
 * Moves the files into the store and submits them.
 * @throws Refusal `unavailable` where another client deleted the same bytes in between: they are to be sent again.
 */
export async function keepUpload(
  parts: SubmitParts,
  upload: Omit<Upload, "files">,
  files: readonly TakenFile[],
): Promise<{ readonly batch: string; readonly submissions: readonly Submission[] }> {
  const { keep } = parts.store.files;
  for (const { temporary, sha256, byteLength } of files) await keep(temporary, sha256, byteLength);
  try {
    return await submitUpload(parts, { ...upload, files: files.map(withoutPath) });
  } catch (error) {
    // The temporary files are moved by now: only the client has the bytes.
    throw error instanceof FileMissing ? new Refusal("unavailable", { what: "file store" }) : error;
  }
}

const withoutPath = ({ fileName, sha256, byteLength }: TakenFile) => ({ fileName, sha256, byteLength });
