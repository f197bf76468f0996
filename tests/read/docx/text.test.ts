import { describe, expect, test } from "vitest";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { buildDocx, cell, level, list, numbered, paragraph, readShort, row, run, table } from "./build-docx.ts";

const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (instruction: string, result: string) =>
  `${fieldMark("begin")}<w:r><w:instrText> ${instruction} </w:instrText></w:r>${fieldMark("separate")}${run(result)}${fieldMark("end")}`;

describe("text", () => {
  test("of a text box follows its paragraph, once, though it is stored twice", async () => {
    const box = `<w:txbxContent>${paragraph("某县人民政府文件")}${paragraph("第二行")}</w:txbxContent>`;
    const body =
      `<w:p>${run("前")}<w:r><mc:AlternateContent>` +
      `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback>` +
      `</mc:AlternateContent></w:r>${run("后")}</w:p>${paragraph("下文")}`;
    expect(await readShort(body)).toEqual(["前后", "某县人民政府文件", "第二行", "下文"]);
  });

  test("of a symbol comes from the branch that has it", async () => {
    const symbol =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><v:symEx/></mc:Choice>' +
      "<mc:Fallback><w:t>①</w:t></mc:Fallback></mc:AlternateContent></w:r>";
    expect(await readShort(`<w:p>${symbol}${run("加强领导")}</w:p>`)).toEqual(["①加强领导"]);
  });

  test("of symbol fonts and ordinary fonts is read", async () => {
    const body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="25A1"/></w:r></w:p>';
    expect(await readShort(body)).toEqual(["🗹□"]);
  });

  test("has tracked changes accepted", async () => {
    const body =
      `<w:p>${run("不低于")}<w:del><w:r><w:delText>50</w:delText></w:r></w:del><w:ins>${run("60")}</w:ins>` +
      `<w:moveFrom>${run("旧")}</w:moveFrom><w:moveTo>${run("%")}</w:moveTo></w:p>`;
    expect(await readShort(body)).toEqual(["不低于60%"]);
  });

  test("of a paragraph with a deleted mark joins the next, whose number it takes", async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("加强")}</w:p>${numbered("领导", 0)}`;
    expect(await readShort(body, { numbering: list(1, level(0, "decimal", "%1、")) })).toEqual(["1、加强领导"]);
  });

  test("in content controls, links and smart tags is kept", async () => {
    const body =
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${run("一")}</w:hyperlink>` +
      `<w:smartTag>${run("二")}</w:smartTag><w:sdt><w:sdtContent>${run("三")}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`;
    expect(await readShort(body)).toEqual(["一二三"]);
  });

  test("that is hidden is dropped, by its own properties or by its style", async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Note"><w:basedOn w:val="Base"/></w:style>';
    const body =
      `<w:p>${run("见")}${run("藏", "<w:vanish/>")}${run("匿", '<w:rStyle w:val="Note"/>')}` +
      `${run("得", '<w:rStyle w:val="Note"/><w:vanish w:val="0"/>')}</w:p>`;
    expect(await readShort(body, { styles })).toEqual(["见得"]);
  });

  test("of fields is kept, but page numbers are not", async () => {
    const body =
      `<w:p>${run("共")}${field("REF a", "5")}${run("项")}${field("PAGE \\* MERGEFORMAT", "3")}` +
      `<w:fldSimple w:instr=" NUMPAGES ">${run("9")}</w:fldSimple></w:p>`;
    expect(await readShort(body)).toEqual(["共5项"]);
  });

  test("of a form's check boxes is □ or ☑", async () => {
    const box = (checked: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData></w:fldChar></w:r>` +
      `<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>${fieldMark("end")}`;
    const body = `<w:p>${box("<w:checked/>")}${run("是")}${box('<w:default w:val="0"/>')}${run("否")}</w:p>`;
    expect(await readShort(body)).toEqual(["☑是□否"]);
  });

  test("is split at line breaks outside tables, and tabs stay", async () => {
    const body = "<w:p><w:r><w:t>某县人民政府</w:t><w:br/><w:t>关于</w:t><w:tab/><w:t>印发</w:t></w:r></w:p>";
    expect(await readShort(body)).toEqual(["某县人民政府", "关于\t印发"]);
  });

  test("of headers, footers, notes, comments and pictures is not in the document, and what is lost is said", async () => {
    const body =
      `<w:p>${run("正文")}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r>` +
      "<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>" +
      "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath></w:p>" +
      '<w:sectPr><w:footerReference w:type="default"/></w:sectPr>';
    const files = { "word/footer1.xml": "<not-even-xml", "word/header1.xml": "<not-even-xml" };
    const { value, messages } = await readDocx(buildDocx(body, { files }), { fileName: "a.docx" });
    expect(value.blocks).toEqual([{ kind: "paragraph", text: "正文", page: null, runs: [] }]);
    expect(messages.map(({ code, severity, facts }) => [code, severity, facts.element, facts.count])).toEqual([
      ["element-ignored", "info", "footnote", 1],
      ["element-ignored", "info", "comment", 1],
      ["element-ignored", "info", "picture", 2],
      ["element-ignored", "info", "formula", 1],
    ]);
  });

  test("of a generated table of contents is dropped and counted", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    const body = paragraph("一、总则\t1", '<w:pStyle w:val="10"/>') + paragraph("一、总则");
    const { value, messages } = await readDocx(buildDocx(body, { styles }), { fileName: "a.docx" });
    expect(value.blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual(["一、总则"]);
    expect(messages.map((one) => one.facts)).toEqual([{ element: "table-of-contents-line", count: 1 }]);
  });
});

describe("page breaks", () => {
  test("come from break characters, paragraph properties, styles and sections", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="New"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>';
    const body =
      `<w:p>${run("一")}<w:r><w:br w:type="page"/></w:r>${run("二")}</w:p>` +
      `${paragraph("三", "<w:pageBreakBefore/>")}${paragraph("四", '<w:pStyle w:val="New"/>')}` +
      `${paragraph("五", "<w:sectPr/>")}${paragraph("六", "<w:sectPr/>")}${paragraph("七")}` +
      '<w:sectPr><w:type w:val="continuous"/></w:sectPr>';
    expect(await readShort(body, { styles })).toEqual([
      "一",
      "—1—",
      "二",
      "—2—",
      "三",
      "—3—",
      "四",
      "五",
      "—4—",
      "六",
      "七",
    ]);
  });

  test("are one where several meet, and none before the first or after the last word", async () => {
    const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    const body = pageBreak + paragraph("一") + pageBreak + paragraph("二", "<w:pageBreakBefore/>") + pageBreak;
    expect(await readShort(body)).toEqual(["一", "—1—", "二"]);
  });

  test("inside a cell are line ends", async () => {
    const body = table(row(cell(`<w:p>${run("一")}<w:r><w:br w:type="page"/></w:r>${run("二")}</w:p>`)));
    expect(await readShort(body)).toEqual(["0,0 1x1 一\n二"]);
  });
});
