import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "../store.ts";
import { openFolder } from "./folder-files.ts";
import { openS3, type S3Credentials } from "./s3-files.ts";

/** Where files are kept: `file:///…`, `s3://…`, or below the data folder where no URL is given. */
export async function openFiles(url: string | null, dataFolder: string, s3: S3Credentials | null): Promise<Files> {
  if (url === null) return openFolder(join(dataFolder, "files"));
  if (url.startsWith("file:")) return openFolder(fileURLToPath(url));
  if (!s3)
    throw new Error("FANGAN_S3_ACCESS_KEY_ID and FANGAN_S3_SECRET_ACCESS_KEY were expected beside FILES_URL=s3://…");
  return openS3(url, s3, join(dataFolder, "incoming"));
}
