import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readHtml } from "../../../src/read/html/read-html.ts";
import { show } from "../text/read-fixture.ts";

const read = (bytes: Uint8Array) => readHtml(bytes, { fileName: "page.html" });
const showHtml = async (html: string): Promise<(string | string[])[]> =>
  (await read(Buffer.from(html))).value.blocks.map(show);

const BODY = `<p>　　为贯彻落实上级部署，结合实际，制定本方案。</p><p>一、工作目标</p><p>到2022年底，覆盖率达到60%以上。</p>`;
const PARAGRAPHS = [
  "P 为贯彻落实上级部署，结合实际，制定本方案。",
  "P 一、工作目标",
  "P 到2022年底，覆盖率达到60%以上。",
];

test("the site's title goes where the document says it again below its letterhead", async () => {
  const title = "关于印发某县社区创建行动实施方案的通知";
  const html = `<html><div id=zoom><p>${title}</p><p>某县人民政府文件</p><p>某县人民政府</p><p>${title}</p>${BODY}</div>`;
  expect(await showHtml(html)).toEqual(["P 某县人民政府文件", "P 某县人民政府", `P ${title}`, ...PARAGRAPHS]);
});

test("the plan's title stays, though a sentence below it names the plan again", async () => {
  const html = `<html><div id=zoom><p>某县社区创建行动实施方案</p><p>制定某县社区创建行动实施方案，启动工作。</p></div>`;
  expect(await showHtml(html)).toEqual(["P 某县社区创建行动实施方案", "P 制定某县社区创建行动实施方案，启动工作。"]);
});

describe("text", () => {
  test("inline tags in the middle of a word join, line ends of the source between Chinese characters are nothing", async () => {
    const html =
      "<html><body><div id=zoom><p>全<span>县<b>3</b>0</span>%以上的<a>社</a>\n  区参与 Smart\n City</p></div>";
    expect(await showHtml(html)).toEqual(["P 全县30%以上的社区参与 Smart City"]);
  });

  test("a link to an attachment loses the ending of the site's file, a text that is no link keeps it", async () => {
    const html =
      '<html><body><div id=zoom><p>附件：<a href="1.docx">1.评分标准（试行）.docx</a><br><a href="2.xls">2.分工表.XLS</a></p><p>命名为“报表.xls”</p><p><a href="/">www.example.doc</a></p></div>';
    expect(await showHtml(html)).toEqual([
      "P 附件：1.评分标准（试行）",
      "P 2.分工表",
      "P 命名为“报表.xls”",
      "P www.example.doc",
    ]);
  });

  test("a line end that LibreOffice wrote is a space, also between Chinese characters", async () => {
    const head = `<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>`;
    expect(await showHtml(`<html><head>${head}</head><body><p>甲县财政局\n乙 县 公\n安 局</p>`)).toEqual([
      "P 甲县财政局 乙 县 公 安 局",
    ]);
  });

  test("indents go, gaps between signing bodies stay as spaces", async () => {
    const html =
      "<html><p>&emsp;&emsp;甲县财政局&nbsp;&nbsp;&nbsp;甲县公安局&nbsp;</p><p>&nbsp;</p><p>2021年1月7日</p>";
    expect(await showHtml(html)).toEqual(["P 甲县财政局   甲县公安局", "P 2021年1月7日"]);
  });

  test("`<br>` ends a paragraph, but not within a centred title", async () => {
    const html = `<html><p style="text-align:center">关于印发某县社区创建行动<br>实施方案的通知</p><p>甲县财政局<br/>甲县公安局</p>`;
    expect(await showHtml(html)).toEqual(["P 关于印发某县社区创建行动实施方案的通知", "P 甲县财政局", "P 甲县公安局"]);
  });

  test("two centred lines that are not one title stay two", async () => {
    const html = `<html><p align=center>甲县人民政府文件<br>关于印发方案的通知</p>`;
    expect(await showHtml(html)).toEqual(["P 甲县人民政府文件", "P 关于印发方案的通知"]);
  });

  test("hidden text, scripts, styles and controls are not text", async () => {
    const html = `<html><p>方案</p><p style="display: none">隐</p><p hidden>藏</p><script>x</script><style>y</style><button>印</button>`;
    expect(await showHtml(html)).toEqual(["P 方案"]);
  });
});

describe("tables", () => {
  test("spans are kept, paragraphs of a cell are lines, spaced-out words are closed up", async () => {
    const html = `<html><table><tr><td rowspan=2>内 容</td><td colspan="2">标准</td></tr>
      <tr><td><p>现场查看</p><p>查阅资料</p></td><td>5<br>分</td></tr></table>`;
    expect(await showHtml(html)).toEqual([["内容{2,1}|标准{1,2}", "现场查看\n查阅资料|5\n分"]]);
  });

  test("a rowspan beyond the last row is cut, a cell below it moves right", async () => {
    const html = "<html><table><tr><td rowspan=9>类</td><td>1</td></tr><tr><td>2</td></tr></table>";
    const { value } = await read(Buffer.from(html));
    expect(value.blocks).toMatchObject([
      { cells: [{ text: "类", rowSpan: 2 }, { text: "1" }, { text: "2", row: 1, column: 1 }] },
    ]);
  });

  test("a layout table is unwrapped, the table inside it stays", async () => {
    const html = `<html><table><tr><td>${BODY}<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table></td></tr></table>`;
    expect(await showHtml(html)).toEqual([...PARAGRAPHS, ["序号|名称", "1|甲"]]);
  });

  test("a span of a million columns is refused, not laid out", async () => {
    const row = `<tr>${'<td colspan="200" rowspan="60000">x</td>'}</tr>`;
    await expect(
      read(Buffer.from(`<html><table>${row.repeat(2)}${"<tr></tr>".repeat(600)}<td>y</td></table>`)),
    ).rejects.toMatchObject({
      reason: { code: "too-large" },
    });
  });
});

describe("the article", () => {
  const furniture = (article: string) => `<html><head><title>某县</title></head><body>
    <div class="nav"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li></ul></div>
    <div class="position">当前位置：<a>首页</a> &gt; 正文</div>
    <table><tr><td>索 引 号：</td><td>X-1</td><td>公开日期：</td><td>2021-01-13</td></tr><tr><td>发布机构：</td><td>某局</td></tr></table>
    ${article}
    <div class="share">分享到：微信</div><p>上一篇：<a>另一方案</a></p><p>【打印】 【关闭】</p>
    <div class="footer">版权所有：某县人民政府</div></body></html>`;

  test.each([
    ["named by its content system", `<div class="TRS_Editor">${BODY}</div>`],
    ["named by an id", `<div id="zoom">${BODY}</div>`],
    ["without a name", `<div><div class="x1"><div>${BODY}</div></div></div>`],
    ["straight in the body", BODY],
    ["in a layout table", `<table><tr><td class="k">${BODY}</td></tr></table>`],
  ])("%s comes without furniture", async (_, article) => {
    expect(await showHtml(furniture(article))).toEqual(PARAGRAPHS);
  });

  test("the page's title comes first where the article lacks it, and once where it has it", async () => {
    const title = "关于印发某县方案的通知";
    expect(await showHtml(furniture(`<h1>${title}</h1><div id="zoom">${BODY}</div>`))).toEqual([
      `P ${title}`,
      ...PARAGRAPHS,
    ]);
    const held = `<h1>${title}</h1><div id="zoom"><p>关于印发</p><p>某县方案的通知</p>${BODY}</div>`;
    expect((await showHtml(furniture(held))).slice(0, 2)).toEqual(["P 关于印发", "P 某县方案的通知"]);
  });

  test("a box whose name looks like furniture but holds the text is read", async () => {
    expect(await showHtml(`<html><body><div class="print">${BODY}</div></body></html>`)).toEqual(PARAGRAPHS);
  });

  test("a page without text is refused", async () => {
    await expect(read(Buffer.from("<html><body><script>x</script></body></html>"))).rejects.toMatchObject({
      reason: { code: "no-text" },
    });
  });

  test("elements nested without end are refused before they are parsed", async () => {
    await expect(read(Buffer.from(`<html>${"<div>".repeat(100_000)}`))).rejects.toMatchObject({
      reason: { code: "too-large", facts: { limit: 2000 } },
    });
  });
});

describe("the encoding", () => {
  const page = (meta: string) => `<html><head>${meta}</head><body><p>達標社区由县住建局牵头。</p></body></html>`;

  test.each([
    ["gb2312 on the page, GB18030 in the bytes", '<meta charset="gb2312">', []],
    ["no charset on the page", "", ["encoding-guessed"]],
    ["a wrong charset on the page", '<meta charset="utf-8">', ["encoding-guessed"]],
  ])("%s", async (_, meta, codes) => {
    const { value, messages } = await read(encode(page(meta), "gb18030"));
    expect(value.blocks.map(show)).toEqual(["P 達標社区由县住建局牵头。"]);
    expect(messages.map(({ code }) => code)).toEqual(codes);
  });
});
