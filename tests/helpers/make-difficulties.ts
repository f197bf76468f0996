/**
 * Makes the small files of fixtures/difficulties anew, each with the one difficulty that it is named after: needs
 * `chromium`, `pdftoppm`, `soffice` and `zip`. Run it with node.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { encode } from "iconv-lite";
import sharp from "sharp";
import { buildCfb } from "../read/doc/build-cfb.ts";
import { buildDocx, cell, level, list, numbered, paragraph, row, run, table } from "../read/docx/build-docx.ts";
import { buildOfd, text } from "../read/ofd/build-ofd.ts";
import { PACKAGE } from "./write-long-plan.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/difficulties");
const save = (name: string, bytes: Uint8Array) => writeFileSync(join(FOLDER, name), bytes);

const PLAN = [
  "青禾县清洁村庄创建行动实施方案",
  "一、工作目标",
  "到2024年底，全县60%以上的行政村达到创建标准。",
  "二、工作任务",
  "（一）清理垃圾。清理道路两旁的垃圾。（责任单位：县农业农村局）",
];
const PAGE = `<h1>${PLAN[0]}</h1>${PLAN.slice(1)
  .map((words) => `<p>${words}</p>`)
  .join("")}`;
const page = (charset: string) =>
  `<!doctype html><html><head><meta charset="${charset}"><title>${PLAN[0]}</title></head><body>${PAGE}</body></html>`;

/** Exports the plan with LibreOffice and these security settings. */
function exportPdf(settings: Readonly<Record<string, string | boolean>>): Buffer {
  const work = mkdtempSync(join(tmpdir(), "difficulty-"));
  writeFileSync(join(work, "plan.docx"), docx);
  const filter = Object.entries({ EnableCopyingOfContent: false, ...settings }).map(
    ([name, value]) => [name, { type: typeof value, value: String(value) }] as const,
  );
  const format = `pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(filter))}`;
  execFileSync("soffice", ["--headless", "--convert-to", format, "--outdir", work, join(work, "plan.docx")], {
    stdio: "ignore",
  });
  const bytes = readFileSync(join(work, "plan.pdf"));
  rmSync(work, { recursive: true });
  return bytes;
}

/** A zip made by Info-ZIP, whose one entry wants a password. */
function zipWithPassword(name: string, content: Uint8Array): Buffer {
  const work = mkdtempSync(join(tmpdir(), "difficulty-"));
  writeFileSync(join(work, name), content);
  execFileSync("zip", ["-q", "-P", "a", "batch.zip", name], { cwd: work });
  const bytes = readFileSync(join(work, "batch.zip"));
  rmSync(work, { recursive: true });
  return bytes;
}

/** Prints a page with Chromium, whose PDF keeps its dictionaries in plain text. */
function print(html: string): Buffer {
  const work = mkdtempSync(join(tmpdir(), "difficulty-"));
  writeFileSync(join(work, "page.html"), html);
  const [source, target] = [join(work, "page.html"), join(work, "page.pdf")];
  const options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", `--print-to-pdf=${target}`];
  execFileSync("chromium", [...options, source], { stdio: "ignore" });
  const bytes = readFileSync(target);
  rmSync(work, { recursive: true });
  return bytes;
}

const docx = buildDocx(PLAN.map((words) => paragraph(words)).join(""), { files: PACKAGE });
// Words that nobody can read without the password.
save("encrypted.pdf", exportPdf({ EncryptFile: true, DocumentOpenPassword: "a" }));
// Words that everybody can read, and that the owner's password keeps from being copied.
save("copying-forbidden.pdf", exportPdf({ RestrictPermissions: true, PermissionPassword: "a" }));
save(
  "encrypted.docx",
  buildCfb({ EncryptionInfo: new Uint8Array(200).fill(7), EncryptedPackage: new Uint8Array(5000).fill(9) }),
);

// Bytes that are not what the name says.
save("renamed-html.docx", strToU8(page("utf-8")));
save("gb2312-wrong-meta.html", encode(page("utf-8"), "gbk"));
save("utf-8-wrong-meta.html", strToU8(page("gb2312")));

// Parts that are not there, or cannot be followed.
const onPage = (lines: readonly string[]) => lines.map((words, index) => text(words, 20, 40 + 12 * index)).join("");
save(
  "missing-page.ofd",
  buildOfd([onPage(PLAN.slice(0, 2)), "", onPage(PLAN.slice(3))], {
    files: { "Doc_0/Pages/Page_1/Content.xml": null },
  }),
);
save("cut-short.docx", docx.subarray(0, docx.length - 100));
save(
  "external-entity.docx",
  zipSync({
    "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>'),
  }),
);
const plain = `<style>body{font:16pt "WenQuanYi Micro Hei"}</style>${PAGE}`;
save(
  "no-tounicode.pdf",
  Buffer.from(
    print(plain)
      .toString("latin1")
      .replace(/\/ToUnicode \d+ 0 R/gu, (found) => " ".repeat(found.length)),
    "latin1",
  ),
);

// More than any plan has.
save("ten-thousand-pages.pdf", writeManyPages(10_000));
save("huge-picture.png", writeWhitePng(20_000));
save("zip-bomb.docx", zipSync({ "word/document.xml": new Uint8Array(8 * 1024 * 1024).fill(32) }, { level: 9 }));

// Batches.
const txt = strToU8(PLAN.join("\n"));
save("archive-in-archive.zip", zipSync({ "a.txt": txt, "inner.zip": zipSync({ "b.txt": txt }) }));
const gbk = encode("青禾县/创建方案.txt", "gbk").toString("latin1");
const ascii = "x".repeat(gbk.length);
save(
  "gbk-names.zip",
  Buffer.from(
    Buffer.from(zipSync({ [ascii]: txt }))
      .toString("latin1")
      .replaceAll(ascii, gbk),
    "latin1",
  ),
);
save("encrypted.zip", zipWithPassword("a.txt", txt));
save("climbing-name.zip", zipSync({ "../../a.txt": txt }));

// What Word keeps beside the words.
const NUMBERS = list(1, level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）"));
const TYPES = PACKAGE["[Content_Types].xml"]!.replace(
  "</Types>",
  '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
);
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
save(
  "numbering-automatic.docx",
  buildDocx(
    paragraph(PLAN[0]!) +
      numbered("工作目标", 0) +
      paragraph(PLAN[2]!) +
      numbered("工作任务", 0) +
      numbered("清理垃圾。清理道路两旁的垃圾。（责任单位：县农业农村局）", 1) +
      numbered("清理河道。清理河道里的杂物。（责任单位：县水利局）", 1),
    {
      numbering: NUMBERS,
      files: { ...PACKAGE, "[Content_Types].xml": TYPES, "word/_rels/document.xml.rels": RELATIONS },
    },
  ),
);
const words = (content: string, properties = "") => cell(paragraph(content), properties);
const START = '<w:vMerge w:val="restart"/>';
const ON = "<w:vMerge/>";
save(
  "merged-cells.docx",
  buildDocx(
    paragraph("青禾县清洁村庄创建标准") +
      table(
        row(...["内容", "序号", "创建标准", "分值", "评分办法"].map((name) => words(name))),
        row(words("卫生", START), words("1"), words("道路干净"), words("30"), words("现场查看", START)),
        row(words("", ON), words("2"), words("河道干净"), words("20"), words("", ON)),
        row(words("绿化", START), words("3"), words("村口有树木"), words("30"), words("", ON)),
        row(words("", ON), words("4"), words("院内有花草"), words("20"), words("查看照片")),
        row(words("合计", '<w:gridSpan w:val="3"/>'), words("100"), words("")),
      ),
    { files: PACKAGE },
  ),
);
const BY = 'w:id="1" w:author="a" w:date="2023-03-15T08:00:00Z"';
const deleted = (content: string) => `<w:del ${BY}><w:r><w:delText>${content}</w:delText></w:r></w:del>`;
const inserted = (content: string) => `<w:ins ${BY}>${run(content)}</w:ins>`;
save(
  "tracked-changes.docx",
  buildDocx(
    PLAN.slice(0, 2)
      .map((line) => paragraph(line))
      .join("") +
      `<w:p>${run("到")}${deleted("2023")}${inserted("2024")}${run("年底，全县")}${deleted("30%")}${inserted("60%")}${run("以上的行政村达到创建标准。")}</w:p>`,
    { files: PACKAGE },
  ),
);

// A red seal over the signature and the date.
const SEAL =
  '<svg style="mix-blend-mode:multiply;position:absolute;right:60px;top:-70px" width="190" height="190"><g fill="none" stroke="#d11" stroke-width="5">' +
  '<circle cx="95" cy="95" r="90"/></g><text x="95" y="115" font-size="56" text-anchor="middle" fill="#d11">★</text></svg>';
const sealed =
  `<meta charset="utf-8"><style>@page{size:A4;margin:25mm}body{font:16pt/1.8 "Noto Serif CJK SC"}h1{font-size:20pt;text-align:center}</style>${PAGE}` +
  `<div style="position:relative;text-align:right;margin-top:90px">${SEAL}<p>青禾县人民政府办公室</p><p>2023年3月15日</p></div>`;
const work = mkdtempSync(join(tmpdir(), "seal-"));
writeFileSync(join(work, "page.pdf"), print(sealed));
execFileSync("pdftoppm", ["-r", "200", "-png", join(work, "page.pdf"), join(work, "page")]);
save(
  "seal-over-text.png",
  await sharp(join(work, "page-1.png")).withMetadata({ density: 200 }).png({ palette: true, effort: 10 }).toBuffer(),
);
// A JPEG keeps colour at half the resolution: the seal's rim runs into the print.
save(
  "seal-in-blurred-colour.jpg",
  await sharp(join(work, "page-1.png")).jpeg({ quality: 50, mozjpeg: true }).toBuffer(),
);
rmSync(work, { recursive: true });

/** Pages that share one content, packed into object streams to stay small (ISO 32000-1 §7.5.7 and §7.5.8). */
function writeManyPages(count: number): Uint8Array {
  const perStream = 1000;
  const streams = Math.ceil(count / perStream);
  const stream = (dictionary: string, content: Uint8Array): Buffer => {
    const data = deflateSync(content, { level: 9 });
    return Buffer.concat([
      Buffer.from(`<<${dictionary}/Filter/FlateDecode/Length ${data.length}>>stream\n`),
      data,
      Buffer.from("\nendstream"),
    ]);
  };
  // Objects: 1 catalogue, 2 page tree, 3 content, then the streams, the cross-reference stream, and the pages in the streams.
  const table = 4 + streams;
  const first = table + 1;
  const leaf = "<</Type/Page/Parent 2 0 R/Contents 3 0 R>> ";
  const packed = Array.from({ length: streams }, (_, at) => {
    const size = Math.min(perStream, count - at * perStream);
    const heads = Array.from(
      { length: size },
      (_, index) => `${first + at * perStream + index} ${index * leaf.length} `,
    );
    const head = heads.join("");
    return stream(`/Type/ObjStm/N ${size}/First ${head.length}`, Buffer.from(head + leaf.repeat(size)));
  });
  const kids = Array.from({ length: count }, (_, index) => `${first + index} 0 R`).join(" ");
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from(`<</Type/Pages/Count ${count}/Kids[${kids}]/MediaBox[0 0 595 842]>>`),
    stream("", Buffer.from("0 0 m 9 9 l S")),
    ...packed,
  ];
  const parts = [Buffer.from("%PDF-1.7\n")];
  let length = parts[0]!.length;
  const rows = [[0, 0, 0]];
  for (const [index, object] of objects.entries()) {
    rows.push([1, length, 0]);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
  }
  rows.push([1, length, 0]);
  for (let index = 0; index < count; index += 1) rows.push([2, 4 + Math.floor(index / perStream), index % perStream]);
  const bytes = Buffer.from(
    rows.flatMap(([kind, place, at]) => [kind!, place! >> 16, (place! >> 8) & 255, place! & 255, at! >> 8, at! & 255]),
  );
  const references = stream(`/Type/XRef/Size ${rows.length}/W[1 3 2]/Root 1 0 R`, bytes);
  return Buffer.concat([
    ...parts,
    Buffer.from(`${table} 0 obj\n`),
    references,
    Buffer.from(`\nendobj\nstartxref\n${length}\n%%EOF\n`),
  ]);
}

/** A white square of one bit a pixel. */
function writeWhitePng(side: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side, 0xff);
  for (let y = 0; y < side; y += 1) rows[y * (1 + Math.ceil(side / 8))] = 0;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
