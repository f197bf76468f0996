import { describe, expect, test } from "vitest";
import { buildOfd, page, path, read, readShort, shorten, text, WORDS } from "./build-ofd.ts";

const TABLE = ["0,0 1x1 序号", "0,1 1x1 内容", "1,0 1x1 一", "1,1 1x1 绿化"];
const LINES = ["序号    内容", "一      绿化"].map((line) => expect.stringMatching(line.replace(/ +/, " +")));

const ACROSS = [40, 55, 70].map((y) => `M 20 ${y} L 100 ${y}`);
const DOWN = [20, 60, 100].map((x) => `M ${x} 40 L ${x} 70`);
const CELLS = [20, 60].flatMap((x) => [40, 55].map((y) => [x, y, x + 40, y + 15] as const));

const BLACK = '<FillColor Value="0 0 0"/>';
const WHITE = '<StrokeColor Value="255 255 255"/>';

/** A rectangle drawn as an outline that ends where it began. */
const rectangle = (x0: number, y0: number, x1: number, y1: number) =>
  `M ${x0} ${y0} L ${x1} ${y0} L ${x1} ${y1} L ${x0} ${y1} C`;

describe("a table is read whose rules are", () => {
  test("lines, one object each", async () => {
    expect(await readShort([...ACROSS, ...DOWN].map((line) => path(line)).join("") + WORDS)).toEqual(TABLE);
  });

  test("lines, all in one path", async () => {
    expect(await readShort(path([...ACROSS, ...DOWN].join(" ")) + WORDS)).toEqual(TABLE);
  });

  test("each cell's rectangle", async () => {
    expect(await readShort(CELLS.map((cell) => path(rectangle(...cell))).join("") + WORDS)).toEqual(TABLE);
  });

  test("thin filled rectangles", async () => {
    const across = [40, 55, 70].map((y) => rectangle(20, y, 100, y + 0.2));
    const down = [20, 60, 100].map((x) => rectangle(x, 40, x + 0.2, 70));
    const rules = [...across, ...down].map((data) => path(data, 'Stroke="false" Fill="true"', BLACK)).join("");
    expect(await readShort(rules + WORDS)).toEqual(TABLE);
  });

  test("lines in objects whose boundary and CTM place them", async () => {
    const data = [...ACROSS, ...DOWN].join(" ").replace(/\d+/gu, (number) => String((Number(number) - 10) * 2));
    const rules = path(data, 'CTM="0.5 0 0 0.5 0 0"').replace("0 0 210 297", "10 10 150 150");
    expect(await readShort(rules + WORDS)).toEqual(TABLE);
  });

  test("in nested page blocks", async () => {
    const blocks = `<PageBlock ID="8"><PageBlock ID="9">${path([...ACROSS, ...DOWN].join(" "))}</PageBlock></PageBlock>`;
    expect(await readShort(blocks + WORDS)).toEqual(TABLE);
  });

  test("on the page's template, with words of its own", async () => {
    const template = page(path([...ACROSS, ...DOWN].join(" ")) + text("文件", 80, 20));
    const { value } = await read(
      buildOfd([page(WORDS, '<Template TemplateID="7" ZOrder="Background"/>')], {
        common: '<TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        files: { "Doc_0/Tpls/Tpl_0/Content.xml": template },
      }),
    );
    expect(shorten(value.blocks)).toEqual(["文件", ...TABLE]);
  });

  test("in a composite object", async () => {
    const unit = `<CompositeGraphicUnit ID="6" Width="90" Height="40"><Content>${path([...ACROSS, ...DOWN].join(" "))}</Content></CompositeGraphicUnit>`;
    const resources = `<CompositeGraphicUnits>${unit.replace(/(\d+) (\d+)(?= [LM]|<)/gu, (_, x, y) => `${x - 20} ${y - 40}`)}</CompositeGraphicUnits>`;
    const object = '<CompositeObject ID="5" ResourceID="6" Boundary="20 40 80 30"/>';
    const { value } = await read(buildOfd([object + WORDS], { resources }));
    expect(shorten(value.blocks)).toEqual(TABLE);
  });
});

describe("no table is made of", () => {
  const rules = [...ACROSS, ...DOWN].join(" ");

  test("white lines", async () => {
    expect(await readShort(path(rules, "", WHITE) + WORDS)).toEqual(LINES);
  });

  test("lines that are white by their drawing parameters, or by those that these rest on", async () => {
    const parameters = `<DrawParams><DrawParam ID="70">${WHITE}</DrawParam><DrawParam ID="71" Relative="70"/></DrawParams>`;
    const { value } = await read(buildOfd([path(rules, 'DrawParam="71"') + WORDS], { resources: parameters }));
    expect(shorten(value.blocks)).toEqual(LINES);
  });

  test("paths that are neither stroked nor filled", async () => {
    expect(await readShort(path(rules, 'Stroke="false"') + WORDS)).toEqual(LINES);
  });

  test("hidden lines", async () => {
    expect(await readShort(path(rules, 'Visible="false"') + WORDS)).toEqual(LINES);
  });

  test("curves", async () => {
    const curves = rules.replaceAll("L", "Q 50 50");
    expect(await readShort(path(curves) + WORDS)).toEqual(LINES);
  });
});

test("a table goes on over a page break, its heading once", async () => {
  const rules = path([...ACROSS, ...DOWN].join(" "));
  const second = WORDS.replace("一", "二").replace("绿化", "净化");
  const low = (objects: string) =>
    objects.replace(/Boundary="(\S+) (\S+)/gu, (_, x, y) => `Boundary="${x} ${Number(y) + 185}`);
  expect(await readShort(low(rules + WORDS), rules + second)).toEqual([...TABLE, "2,0 1x1 二", "2,1 1x1 净化", "—1—"]);
});
