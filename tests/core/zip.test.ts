import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../src/core/outcome.ts";
import { openZip, ZIP_LIMITS } from "../../src/core/zip.ts";

const reasonOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof ReadError) return { code: error.reason.code, detail: String(error.reason.facts.detail ?? "") };
    throw error;
  }
  return null;
};

/** Writes over one name in both of its records; the new name must be as long as the old. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(zip).toString("latin1").replaceAll(from, to);
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

describe("openZip", () => {
  test("gives stored and deflated entries by name, folders left out", () => {
    const zip = zipSync({
      "a/": new Uint8Array(),
      "a/b.txt": strToU8("方案"),
      "c.txt": [strToU8("stored"), { level: 0 }],
    });
    const archive = openZip(zip);
    expect(archive.names).toEqual(["a/b.txt", "c.txt"]);
    expect(new TextDecoder().decode(archive.find("a/b.txt")!)).toBe("方案");
    expect(new TextDecoder().decode(archive.find("c.txt")!)).toBe("stored");
    expect(archive.find("a/c.txt")).toBeNull();
  });

  test("reads backslashes in names as slashes", () => {
    expect(openZip(renamed(zipSync({ "a/b.xml": strToU8("x") }), "a/b.xml", "a\\b.xml")).names).toEqual(["a/b.xml"]);
  });

  test.each(["../ab", "/abcd", "a/../", "C:abc", "..\\ab"])("refuses the name %s", (name) => {
    const zip = renamed(zipSync({ abcde: strToU8("x") }), "abcde", name);
    expect(reasonOf(() => openZip(zip))).toEqual({ code: "damaged", detail: expect.stringContaining("unsafe name") });
  });

  test("refuses a name that stands twice", () => {
    const zip = renamed(zipSync({ "one.xml": strToU8("x"), "two.xml": strToU8("y") }), "two.xml", "one.xml");
    expect(reasonOf(() => openZip(zip))).toEqual({ code: "damaged", detail: "zip: name stands twice: one.xml" });
  });

  test("refuses more entries than allowed", () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, new Uint8Array()]));
    expect(reasonOf(() => openZip(zipSync(files, { level: 0 })))).toEqual({
      code: "too-large",
      detail: "zip entries: 10000",
    });
  });

  test("stops inflating an entry that shrank more than 100:1", () => {
    const archive = openZip(zipSync({ bomb: new Uint8Array(8 * 1024 * 1024) }, { level: 9 }));
    expect(reasonOf(() => archive.find("bomb"))?.code).toBe("too-large");
  });

  test("lets a small entry shrink as much as it can", () => {
    expect(openZip(zipSync({ even: new Uint8Array(500_000) }, { level: 9 })).find("even")?.length).toBe(500_000);
  });

  test("does not believe a header that understates the size", () => {
    const zip = zipSync({ bomb: new Uint8Array(8 * 1024 * 1024) }, { level: 9 });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 28 < zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(reasonOf(() => openZip(zip).find("bomb"))?.code).toBe("too-large");
  });

  test("counts all entries towards one total", () => {
    const page = new Uint8Array(600);
    const archive = openZip(zipSync({ a: page, b: page }, { level: 0 }), { ...ZIP_LIMITS, total: 1_000 });
    expect(archive.find("a")?.length).toBe(600);
    expect(reasonOf(() => archive.find("b"))?.code).toBe("too-large");
  });

  test("refuses a truncated file, and content that lies outside it", () => {
    const zip = zipSync({ "a.txt": strToU8("some text that is long enough to be cut") });
    expect(reasonOf(() => openZip(zip.subarray(0, 40)))?.code).toBe("damaged");
    expect(reasonOf(() => openZip(zip.subarray(20)))?.code).toBe("damaged");
    expect(reasonOf(() => openZip(new Uint8Array(0)))?.code).toBe("damaged");
  });

  test("refuses content that is no deflate stream", () => {
    const zip = zipSync({ "a.txt": strToU8("abc".repeat(100)) }, { level: 9 });
    zip.fill(0xff, 35, 40);
    expect(reasonOf(() => openZip(zip).find("a.txt"))?.code).toBe("damaged");
  });

  test("says that an entry needs a password", () => {
    const zip = zipSync({ a: strToU8("x") });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 10 < zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(reasonOf(() => openZip(zip))?.code).toBe("encrypted");
  });
});
