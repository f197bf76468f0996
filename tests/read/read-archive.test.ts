import { strToU8, zipSync } from "fflate";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../src/core/outcome.ts";
import { readDocument } from "../../src/read/index.ts";
import { readArchive } from "../../src/read/read-archive.ts";

const PLAN = strToU8("一、工作目标\n到2022年底，全县建成绿色社区。");

const codeOf = (act: () => unknown): string | null => {
  try {
    act();
  } catch (error) {
    if (error instanceof ReadError) return error.reason.code;
    throw error;
  }
  return null;
};

/** The zip with a name's bytes written over in both records; the new bytes must be as many. */
function withRawName(zip: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const text = Buffer.from(zip).toString("latin1").replaceAll(from, Buffer.from(to).toString("latin1"));
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

describe("a ZIP of documents", () => {
  test("gives its files in order, folders and what a system left behind taken out", () => {
    const archive = readArchive(
      zipSync({
        "2021/": new Uint8Array(),
        "2021/b.txt": PLAN,
        "__MACOSX/2021/._b.txt": strToU8("x"),
        ".DS_Store": strToU8("x"),
        "2021/~$b.docx": strToU8("x"),
        "a.txt": PLAN,
      }),
    );
    expect(archive.entries.map(({ name }) => name)).toEqual(["2021/b.txt", "a.txt"]);
    expect(archive.ignored).toEqual(["__MACOSX/2021/._b.txt", ".DS_Store", "2021/~$b.docx"]);
    expect(archive.entries[1]!.read()).toEqual(PLAN);
  });

  test("decodes names that Chinese Windows wrote in GBK", () => {
    const gbk = encode("方案.txt", "gbk");
    const zip = withRawName(zipSync({ "abcd.txt": PLAN }), "abcd.txt", gbk);
    expect(readArchive(zip).entries.map(({ name }) => name)).toEqual(["方案.txt"]);
  });

  test("gives bytes of their own, which may be handed to a worker", () => {
    const [one, two] = readArchive(zipSync({ "a.txt": PLAN, "b.txt": PLAN }, { level: 0 })).entries;
    const bytes = one!.read();
    structuredClone(bytes, { transfer: [bytes.buffer] });
    expect(two!.read()).toEqual(PLAN);
  });

  test("refuses a bomb by name and gives the file beside it", () => {
    const bomb = new Uint8Array(8 * 1024 * 1024);
    const [first, second] = readArchive(zipSync({ "bomb.txt": bomb, "a.txt": PLAN }, { level: 9 })).entries;
    expect(codeOf(first!.read)).toBe("too-large");
    expect(second!.read()).toEqual(PLAN);
  });

  test("refuses entries that share their content", () => {
    const zip = zipSync({ "a.txt": new Uint8Array(5000).map((_, at) => at * 7), "b.txt": PLAN }, { level: 0 });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const places = [...zip.keys()].filter((at) => at + 46 <= zip.length && view.getUint32(at, true) === 0x02014b50);
    for (const field of [20, 24, 42])
      view.setUint32(places[1]! + field, view.getUint32(places[0]! + field, true), true);
    expect(codeOf(() => readArchive(zip))).toBe("damaged");
  });

  test("takes a text named as a script or a table of values for no document", () => {
    const { entries } = readArchive(zipSync({ "a.css": strToU8("p { color: red }"), "1.方案": PLAN }));
    expect(codeOf(entries[0]!.read)).toBe("unsupported-format");
    expect(codeOf(entries[1]!.read)).toBeNull();
  });
});

describe("an archive is not a document", () => {
  test.each([
    ["a zip of files", zipSync({ "a.txt": PLAN }), "archive"],
    ["RAR", Buffer.from("Rar!\x1a\x07\x01\x00", "latin1"), "archive"],
    ["7z", Buffer.from("7z\xbc\xaf\x27\x1c\x00\x04", "latin1"), "archive"],
    ["a workbook", zipSync({ "[Content_Types].xml": PLAN, "xl/workbook.xml": PLAN }), "unsupported-format"],
    ["an ODF text", zipSync({ mimetype: PLAN, "content.xml": PLAN }), "unsupported-format"],
  ])("%s is refused by name", async (_, bytes, code) => {
    await expect(readDocument(bytes, { fileName: "a" })).rejects.toMatchObject({ reason: { code } });
  });

  test("one with an unsafe name is called damaged", async () => {
    const zip = withRawName(zipSync({ "abcde.txt": PLAN }), "abcde.txt", strToU8("../../x.t"));
    await expect(readDocument(zip, { fileName: "a.zip" })).rejects.toMatchObject({ reason: { code: "damaged" } });
  });
});
