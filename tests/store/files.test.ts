import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileDamaged, FileMissing, StorageUnavailable } from "../../src/store/errors.ts";
import { openFiles } from "../../src/store/files/open-files.ts";
import { isPassing } from "../../src/store/passing-faults.ts";
import type { Files } from "../../src/store/store.ts";
import { type FakeS3, startFakeS3 } from "./fake-s3.ts";
import { gather } from "./gather.ts";
import { sha256Of } from "./sample-plans.ts";

const KEYS = { accessKeyId: "key", secretAccessKey: "secret" };

describe.each(["folder", "s3"] as const)("files in a %s", { timeout: 30_000 }, (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "fangan-files-"));
  let s3: FakeS3;
  let files: Files;

  const write = (content: string | Buffer, name = "upload"): string => {
    const path = join(files.temporaryFolder, name);
    writeFileSync(path, content);
    return path;
  };
  const keep = async (content: string): Promise<string> => {
    const sha256 = sha256Of(content);
    await files.keep(write(content), sha256, Buffer.byteLength(content));
    return sha256;
  };
  const damage = (sha256: string): void => {
    if (kind === "s3") s3.objects.set(`plans/${sha256.slice(0, 2)}/${sha256}`, Buffer.from("other"));
    else writeFileSync(join(folder, "kept", sha256.slice(0, 2), sha256), "other");
  };

  beforeAll(async () => {
    s3 = await startFakeS3();
    const url = kind === "s3" ? s3.url : pathToFileURL(join(folder, "kept")).href;
    files = await openFiles(url, folder, kind === "s3" ? KEYS : null);
  });
  afterAll(async () => {
    await s3.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("bytes come back as they went in, once for the same bytes, and no temporary file stays", async () => {
    const large = Buffer.alloc(3_000_000, "方案").toString();
    const sha256 = await keep(large);
    await keep(large);
    expect(await files.has(sha256)).toBe(true);
    expect(Buffer.from(await files.read(sha256)).toString() === large).toBe(true);
    const parts: Buffer[] = [];
    for await (const part of await files.open(sha256)) parts.push(Buffer.from(part as Uint8Array));
    expect(sha256Of(Buffer.concat(parts))).toBe(sha256);
    expect(readdirSync(files.temporaryFolder)).toEqual([]);
    const listed = await gather(files.list());
    expect(listed.filter((each) => each.sha256 === sha256)).toMatchObject([{ byteLength: Buffer.byteLength(large) }]);
    await files.check();
  });

  test("an empty file is a file", async () => {
    const sha256 = await keep("");
    expect(await files.read(sha256)).toHaveLength(0);
  });

  test("what is not kept is missing, what was altered is damaged, what is removed is gone", async () => {
    await expect(files.read(sha256Of("never"))).rejects.toThrow(FileMissing);
    await expect(files.open(sha256Of("never"))).rejects.toThrow(FileMissing);
    expect(await files.has(sha256Of("never"))).toBe(false);
    const sha256 = await keep("some bytes");
    damage(sha256);
    await expect(files.read(sha256)).rejects.toThrow(FileDamaged);
    await files.remove(sha256);
    await files.remove(sha256);
    expect(await files.has(sha256)).toBe(false);
  });

  test("all are listed, over more than one page", async () => {
    const kept = await Promise.all(
      ["a", "b", "c", "d", "e"].map(async (each) => {
        const sha256 = sha256Of(each);
        await files.keep(write(each, `upload-${each}`), sha256, 1);
        return sha256;
      }),
    );
    const listed = (await gather(files.list())).map(({ sha256 }) => sha256);
    expect(listed).toEqual(expect.arrayContaining(kept));
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("a file that was cut short, and a name that is no hash, are refused", async () => {
    await expect(files.keep(write("short"), sha256Of("short and long"), 14)).rejects.toThrow(
      "14 bytes were expected, 5 came",
    );
    for (const name of ["../../etc/passwd", "", "a".repeat(63), "A".repeat(64)])
      await expect(files.read(name)).rejects.toThrow(TypeError);
  });
});

describe("S3 that does not answer as it should", { timeout: 30_000 }, () => {
  test("it is asked again; what stays is a passing fault, a wrong key is none", async () => {
    const s3 = await startFakeS3();
    const folder = mkdtempSync(join(tmpdir(), "fangan-files-"));
    const files = await openFiles(s3.url, folder, KEYS);
    s3.faults.push(503, 500);
    await files.check();
    s3.faults.push(503, 503, 503);
    const busy = await files.check().catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(StorageUnavailable);
    expect(isPassing(busy)).toBe(true);
    const stranger = await openFiles(s3.url, folder, { ...KEYS, accessKeyId: "other" });
    const refused = await stranger.check().catch((error: unknown) => error);
    expect(String(refused)).toContain("403 SignatureDoesNotMatch");
    expect(isPassing(refused)).toBe(false);
    await s3.close();
    expect(isPassing(await files.check().catch((error: unknown) => error))).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });
});
