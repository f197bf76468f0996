import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { ReadError } from "../../../src/core/outcome.ts";
import { buildOfd, page, part, path, read, readBlocks, readShort, text, zipOf } from "./build-ofd.ts";

const LINE = text("绿色社区", 20, 30);

const codeOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ReadError) return error.reason.code;
      throw error;
    },
  );

describe("a file that cannot be read", () => {
  test("is encrypted where it has an entry for decryption", async () => {
    const files = { "Encryptions.xml": part("Encryptions", ""), "Doc_0/Pages/Page_0/Content.xml": null };
    expect(await codeOf(buildOfd([LINE], { files }))).toBe("encrypted");
  });

  test("is damaged where it is cut off, garbage, or has no document or no page left", async () => {
    const whole = buildOfd([LINE]);
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe("damaged");
    expect(await codeOf(strToU8("PK\u0003\u0004 this is not a zip"))).toBe("damaged");
    expect(await codeOf(buildOfd([LINE], { files: { "OFD.xml": "<ofd:OFD" } }))).toBe("damaged");
    expect(await codeOf(buildOfd([LINE], { files: { "Doc_0/Document.xml": null } }))).toBe("damaged");
    expect(await codeOf(buildOfd([LINE], { files: { "Doc_0/Pages/Page_0/Content.xml": null } }))).toBe("damaged");
  });

  test("is damaged where its parts have a document type", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>';
    const file = page(LINE).replace("?>\n", `?>\n${bomb}`);
    expect(await codeOf(buildOfd([file]))).toBe("damaged");
  });

  test("has no text where all is blank", async () => {
    expect(await codeOf(buildOfd([path("M 0 0 L 9 0"), text("　", 20, 30)]))).toBe("no-text");
    expect(await codeOf(buildOfd([]))).toBe("no-text");
  });

  test("is too large as a zip bomb, with elements without end, or nested without end", async () => {
    expect(await codeOf(buildOfd([LINE + " ".repeat(20 * 1024 * 1024)]))).toBe("too-large");
    expect(await codeOf(buildOfd([LINE.replace("</", `${"<a/>".repeat(600_000)}</`)]))).toBe("too-large");
    expect(await codeOf(buildOfd(["<PageBlock>".repeat(50_000) + "</PageBlock>".repeat(50_000)]))).toBe("too-large");
  });

  test("is too large with ten thousand pages of one part", async () => {
    const pages = '<Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(10_000);
    const files = { "Doc_0/Document.xml": part("Document", `<Pages>${pages}</Pages>`) };
    expect(await codeOf(buildOfd([LINE], { files }))).toBe("too-large");
  });

  test("is too large where composite objects multiply each other", async () => {
    const units = Array.from({ length: 8 }, (_, index) => {
      const inner = index === 0 ? LINE : `<CompositeObject ID="1" ResourceID="u${index - 1}"/>`.repeat(100);
      return `<CompositeGraphicUnit ID="u${index}"><Content>${inner}</Content></CompositeGraphicUnit>`;
    });
    const resources = `<CompositeGraphicUnits>${units.join("")}</CompositeGraphicUnits>`;
    expect(await codeOf(buildOfd(['<CompositeObject ID="1" ResourceID="u7"/>'], { resources }))).toBe("too-large");
  });
});

describe("a hostile file", () => {
  test("whose composite objects hold themselves is read all the same", async () => {
    const unit = `<CompositeGraphicUnit ID="6"><Content><CompositeObject ID="1" ResourceID="6"/></Content></CompositeGraphicUnit>`;
    const resources = `<CompositeGraphicUnits>${unit}</CompositeGraphicUnits>`;
    const { value } = await read(buildOfd([`${LINE}<CompositeObject ID="1" ResourceID="6"/>`], { resources }));
    expect(value.blocks).toMatchObject([{ text: "绿色社区" }]);
  });

  test("whose drawing parameters rest on each other is read all the same", async () => {
    const resources = '<DrawParams><DrawParam ID="70" Relative="71"/><DrawParam ID="71" Relative="70"/></DrawParams>';
    const { value } = await read(buildOfd([LINE.replace("<TextObject", '<TextObject DrawParam="70"')], { resources }));
    expect(value.blocks).toMatchObject([{ text: "绿色社区" }]);
  });

  test("with endless repeats in DeltaX takes as many steps as there are characters", async () => {
    const endless = (repeat: string) => LINE.replace(/DeltaX="[^"]*"/u, `DeltaX="${repeat}"`);
    expect(await readShort(endless("g 999999999 5.08"))).toEqual(["绿色社区"]);
    expect(await readShort(endless("g 1e5 5.08 g 1e5 5.08"))).toEqual(["绿色社区"]);
  });

  test("with endless substitutions of glyphs is read as if it had none", async () => {
    const endless = '<CGTransform CodePosition="0" CodeCount="1" GlyphCount="999999"/><TextCode';
    expect(await readShort(LINE.replace("<TextCode", endless))).toEqual(["绿色社区"]);
  });

  test("whose numbers are no numbers gives no box that is none", async () => {
    const blocks = await readBlocks(
      LINE.replace('X="0"', 'X="NaN"').replace('Size="5.08"', 'Size="Infinity" HScale="0" CTM="1e999 0 0 x 0 0"') +
        text("创建", 20, 40).replace(/Boundary="[^"]*"/u, 'Boundary="NaN 1e308 -1 0"') +
        path("M NaN 3 L 1e400 7 L 4", 'LineWidth="NaN"'),
    );
    const boxes = blocks.flatMap((block) => (block.kind === "line" ? block.runs.map((run) => run.bbox) : []));
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.flat().every(Number.isFinite)).toBe(true);
  });

  test("with names like __proto__ changes nothing outside", async () => {
    const resources = '<DrawParams><DrawParam ID="__proto__" Relative="__proto__"/></DrawParams>';
    const objects = `${LINE}<__proto__/>${path("M 0 0 L 9 0", 'DrawParam="__proto__"')}`;
    const { value } = await read(buildOfd([objects], { resources }));
    expect(value.blocks).toMatchObject([{ text: "绿色社区" }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("with thousands of objects of unknown kinds gives few messages", async () => {
    const unknown = Array.from({ length: 1_000 }, (_, index) => `<Odd${index}/>`).join("");
    const { messages } = await read(buildOfd([LINE + unknown]));
    expect(messages).toHaveLength(51);
  });

  test("that names a part outside of the package stays in it", async () => {
    const files = {
      "OFD.xml": part("OFD", "<DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody>"),
    };
    expect(await codeOf(zipOf(files))).toBe("damaged");
  });

  test("with 60,000 objects on a page takes no more than a few seconds", async () => {
    const objects = Array.from({ length: 60_000 }, (_, index) =>
      text("社", (index % 40) * 5.1, 10 + Math.floor(index / 40) * 0.18),
    ).join("");
    const began = performance.now();
    await read(buildOfd([objects]));
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
