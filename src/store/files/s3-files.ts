import { openAsBlob } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { FileMissing, StorageUnavailable } from "../errors.ts";
import type { Files } from "../store.ts";
import { checkBytes, checkHash, checkLength, SHA256 } from "./check-bytes.ts";
import { readListing, readS3Address } from "./s3-address.ts";

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

const TRIES = 3;
const SECONDS = 60;

/** Keeps files in a bucket of S3 or of what speaks like it (MinIO, Ceph), as `prefix/ab/abcdef…`. */
export async function openS3(url: string, credentials: S3Credentials, temporaryFolder: string): Promise<Files> {
  const { bucket, prefix, region } = readS3Address(url);
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    region,
    service: "s3",
    retries: 0,
  });
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
  const urlOf = (sha256: string): string => `${bucket}/${prefix}${checkHash(sha256).slice(0, 2)}/${sha256}`;
  const ask = (
    method: string,
    target: string,
    make: () => Promise<RequestInit> = async () => ({}),
  ): Promise<Response> =>
    askPatiently(async () =>
      client.fetch(target, { method, signal: AbortSignal.timeout(SECONDS * 1000), ...(await make()) }),
    );
  const get = async (sha256: string): Promise<Response> => {
    const response = await ask("GET", urlOf(sha256));
    if (response.status === 404) throw new FileMissing(sha256);
    return response;
  };
  const has = async (sha256: string): Promise<boolean> => (await ask("HEAD", urlOf(sha256))).status !== 404;

  return {
    temporaryFolder,
    has,
    keep: async (temporary, sha256, byteLength) => {
      checkLength(temporary, (await stat(temporary)).size, byteLength);
      await ask("PUT", urlOf(sha256), async () => ({
        body: await openAsBlob(temporary),
        headers: { "x-amz-content-sha256": sha256, "content-type": "application/octet-stream" },
      }));
      await rm(temporary, { force: true });
    },
    open: async (sha256) => Readable.fromWeb((await get(sha256)).body as ReadableStream<Uint8Array>),
    read: async (sha256) => {
      const bytes = new Uint8Array(await (await get(sha256)).arrayBuffer());
      checkBytes(bytes, sha256);
      return bytes;
    },
    remove: async (sha256) => {
      await ask("DELETE", urlOf(sha256));
    },
    list: () => listBucket((query) => ask("GET", `${bucket}?${query}`), prefix),
    check: async () => {
      await ask("GET", `${bucket}?${new URLSearchParams({ "list-type": "2", "max-keys": "1", prefix })}`);
    },
  };
}

/** Tries again where the storage is busy or lost; 404 is an answer. @throws StorageUnavailable */
async function askPatiently(send: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const came = await send().catch((error: unknown) => error);
    if (came instanceof Response && (came.ok || came.status === 404)) return came;
    if (came instanceof Response && came.status < 500 && came.status !== 429) throw new Error(await explain(came));
    if (attempt === TRIES) {
      const reason = came instanceof Response ? await explain(came) : String(came);
      throw new StorageUnavailable(reason, { cause: came });
    }
    await sleep(100 * 4 ** attempt * Math.random());
  }
}

/** What S3 says in its error: `<Code>AccessDenied</Code>`. */
async function explain(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 2000);
  const code = text.split("<Code>")[1]?.split("</Code>")[0] ?? "";
  return `the file storage was expected to answer 200, it answered ${response.status} ${code}`.trim();
}

async function* listBucket(
  ask: (query: URLSearchParams) => Promise<Response>,
  prefix: string,
): ReturnType<Files["list"]> {
  let next: string | null = "";
  while (next !== null) {
    const token: Record<string, string> = next ? { "continuation-token": next } : {};
    const page = readListing(await (await ask(new URLSearchParams({ "list-type": "2", prefix, ...token }))).text());
    for (const { key, byteLength, keptAt } of page.entries) {
      const sha256 = key.slice(prefix.length + 3);
      if (SHA256.test(sha256)) yield { sha256, byteLength, keptAt };
    }
    next = page.next;
  }
}
