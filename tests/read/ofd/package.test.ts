import { expect, test } from "vitest";
import { buildOfd, page, part, read, shorten, text, zipOf } from "./build-ofd.ts";

const LINE = text("绿色社区", 20, 30);
const SECOND = text("创建行动", 20, 30);

const textsOf = async (bytes: Uint8Array) => shorten((await read(bytes)).value.blocks);

test("a file says what read it, and how many pages it has", async () => {
  const { value } = await read(buildOfd([LINE, SECOND]));
  expect(value).toMatchObject({ mediaType: "application/ofd", reader: "ofd", ocr: false, pageCount: 2 });
  expect(shorten(value.blocks)).toEqual(["绿色社区", "—1—", "创建行动"]);
});

test.each([
  ["relative to the file that names it", "Doc_0/Document.xml", "Pages/Page_0/Content.xml"],
  ["from the root", "/Doc_0/Document.xml", "/Doc_0/Pages/Page_0/Content.xml"],
  ["from the root without saying so", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"],
  ["with . and ..", "./Doc_0/Document.xml", "../Doc_0/Pages/./Page_0/Content.xml"],
  ["in another case, with backslashes", "doc_0\\document.xml", "pages\\page_0\\content.xml"],
])("a location may be %s", async (_, root, location) => {
  const files = {
    "OFD.xml": part("OFD", `<DocBody><DocRoot>${root}</DocRoot></DocBody>`),
    "Doc_0/Document.xml": part("Document", `<Pages><Page ID="1" BaseLoc="${location}"/></Pages>`),
  };
  expect(await textsOf(buildOfd([LINE], { files }))).toEqual(["绿色社区"]);
});

test.each([
  ["another prefix", (xml: string) => xml.replaceAll("ofd:", "x:").replace("xmlns:ofd", "xmlns:x")],
  ["no prefix", (xml: string) => xml.replaceAll("<ofd:", "<").replaceAll("</ofd:", "</").replace("xmlns:ofd", "xmlns")],
  ["no namespace", (xml: string) => xml.replaceAll("ofd:", "").replace(/ xmlns\S+"/u, "")],
])("names may have %s", async (_, change) => {
  const pages = '<CommonData/><Pages><Page ID="1" BaseLoc="Page.xml"/></Pages>';
  const files = {
    "OFD.xml": part("OFD", "<DocBody><DocRoot>Document.xml</DocRoot></DocBody>"),
    "Document.xml": part("Document", pages),
    "Page.xml": page(LINE),
  };
  const changed = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, change(xml)]));
  expect(await textsOf(zipOf(changed))).toEqual(["绿色社区"]);
});

test("all documents of a package are read in order, each once", async () => {
  const roots = ["Doc_1", "Doc_0", "Doc_1"].map((name) => `<DocBody><DocRoot>${name}/Document.xml</DocRoot></DocBody>`);
  const files = {
    "OFD.xml": part("OFD", roots.join("")),
    "Doc_1/Document.xml": part("Document", '<Pages><Page ID="1" BaseLoc="Page.xml"/></Pages>'),
    "Doc_1/Page.xml": page(SECOND),
  };
  const { value } = await read(buildOfd([LINE, LINE], { files }));
  expect(shorten(value.blocks)).toEqual(["创建行动", "—1—", "绿色社区", "—2—", "绿色社区"]);
  expect(value.pageCount).toBe(3);
});

test("a page that is missing or no XML is told of, and the others keep their numbers", async () => {
  const files = { "Doc_0/Pages/Page_0/Content.xml": null, "Doc_0/Pages/Page_1/Content.xml": "<ofd:Page" };
  const { value, messages } = await read(buildOfd([LINE, LINE, LINE], { files }));
  expect(value.blocks).toMatchObject([{ page: 1 }, { page: 2 }, { text: "绿色社区", page: 3 }]);
  expect(messages).toEqual(
    [1, 2].map((number) => ({
      code: "page-missing",
      severity: "warning",
      facts: { page: number, path: `Pages/Page_${number - 1}/Content.xml` },
    })),
  );
});

test("a document, resources and a template that are missing are told of", async () => {
  const body = "</DocBody><DocBody><DocRoot>Doc_9/Document.xml</DocRoot>";
  const pages = [page(LINE, '<Template TemplateID="7"/>')];
  const { messages } = await read(
    buildOfd(pages, {
      files: {
        "Doc_0/PublicRes.xml": null,
        "OFD.xml": part("OFD", `<DocBody><DocRoot>Doc_0/Document.xml</DocRoot>${body}</DocBody>`),
      },
    }),
  );
  expect(messages.map(({ code, facts }) => [code, facts.element])).toEqual([
    ["element-ignored", "PublicRes.xml"],
    ["element-ignored", "Doc_9/Document.xml"],
    ["element-ignored", "Template"],
  ]);
});

test("a page of a picture only is told of, and so are the pictures", async () => {
  const picture = '<ImageObject ID="5" ResourceID="9" Boundary="0 0 210 297"/>';
  const { messages } = await read(buildOfd([LINE, picture]));
  expect(messages).toEqual([
    { code: "page-without-text", severity: "warning", facts: { page: 2 } },
    { code: "element-ignored", severity: "info", facts: { element: "ImageObject", count: 1 } },
  ]);
});

test("signatures, annotations and attachments are not read, and said to be there", async () => {
  const seal = page(text("骑缝章", 20, 60));
  const { value, messages } = await read(
    buildOfd([LINE], {
      body: "<Signatures>/Doc_0/Signs/Signatures.xml</Signatures>",
      document: "<Annotations>Annots/Annotations.xml</Annotations><Attachments>Attachs.xml</Attachments>",
      files: { "Doc_0/Annots/Annotations.xml": seal, "Doc_0/Signs/Signatures.xml": seal },
    }),
  );
  expect(shorten(value.blocks)).toEqual(["绿色社区"]);
  expect(messages.map(({ facts }) => facts.element)).toEqual(["Signatures", "Annotations", "Attachments"]);
});

test("hidden text is left out, and said to be there", async () => {
  const hidden = SECOND.replace("<TextObject", '<TextObject Visible="false"');
  const { value, messages } = await read(buildOfd([LINE + hidden]));
  expect(shorten(value.blocks)).toEqual(["绿色社区"]);
  expect(messages.map(({ facts }) => facts.element)).toEqual(["hidden TextObject"]);
});
