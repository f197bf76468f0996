import type { CellStyle, Condition } from "./workbook.ts";
import { tag, xmlPart } from "./write-markup.ts";

/** Numbers the styles of a workbook as they are asked for; `write` gives the part with all of them. */
export interface StyleTable {
  readonly cell: (style: CellStyle | undefined) => number;
  readonly condition: (style: Condition["style"]) => number;
  readonly write: () => string;
}

/** Each distinct entry with its place; `render` makes the markup of one. */
function createList(first: readonly string[], render: (one: string, at: number) => string = (one) => one) {
  const places = new Map(first.map((one, at) => [one, at]));
  const add = (one: string): number => {
    const place = places.get(one) ?? places.size;
    places.set(one, place);
    return place;
  };
  const write = (name: string): string =>
    places.size === 0
      ? ""
      : tag(
          name,
          { count: places.size },
          [...places].map(([one, at]) => render(one, at)),
        );
  return { add, write };
}

const FACE = "等线";
/** Ids below 164 belong to the built-in formats (ECMA-376 Part 1 §18.8.30). */
const FIRST_FORMAT = 164;
const NO_BORDER = tag("border", {}, [tag("left"), tag("right"), tag("top"), tag("bottom"), tag("diagonal")]);

const fontOf = ({ bold, size = 11, color }: CellStyle): string =>
  tag("font", {}, [
    bold ? tag("b") : "",
    tag("sz", { val: size }),
    color ? tag("color", { rgb: `FF${color}` }) : "",
    tag("name", { val: FACE }),
    tag("family", { val: 2 }),
  ]);

const fillOf = (color: string | undefined): string =>
  tag(
    "fill",
    {},
    color
      ? tag("patternFill", { patternType: "solid" }, [
          tag("fgColor", { rgb: `FF${color}` }),
          tag("bgColor", { indexed: 64 }),
        ])
      : tag("patternFill", { patternType: "none" }),
  );

function borderOf(border: boolean | undefined): string {
  if (!border) return NO_BORDER;
  const side = (name: string) => tag(name, { style: "thin" }, tag("color", { rgb: "FF8A93A3" }));
  return tag("border", {}, [side("left"), side("right"), side("top"), side("bottom"), tag("diagonal")]);
}

const alignmentOf = ({ horizontal, vertical, wrap }: CellStyle): string =>
  horizontal || vertical || wrap ? tag("alignment", { horizontal, vertical, wrapText: wrap }) : "";

export function createStyleTable(): StyleTable {
  const fonts = createList([fontOf({})]);
  const formats = createList([], (formatCode, at) => tag("numFmt", { numFmtId: FIRST_FORMAT + at, formatCode }));
  // The first two fills are always these (Excel writes over whatever stands there).
  const fills = createList([fillOf(undefined), tag("fill", {}, tag("patternFill", { patternType: "gray125" }))]);
  const borders = createList([NO_BORDER]);
  const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const cells = createList([tag("xf", { ...plain, xfId: 0 })]);
  const conditions = createList([]);

  const cell = (style: CellStyle = {}): number => {
    const alignment = alignmentOf(style);
    const protection = style.locked === false ? tag("protection", { locked: 0 }) : "";
    const ids = {
      numFmtId: style.format ? FIRST_FORMAT + formats.add(style.format) : 0,
      fontId: fonts.add(fontOf(style)),
      fillId: fills.add(fillOf(style.fill)),
      borderId: borders.add(borderOf(style.border)),
      xfId: 0,
    };
    const applied = {
      applyNumberFormat: style.format !== undefined,
      applyFont: ids.fontId > 0,
      applyFill: ids.fillId > 0,
      applyBorder: ids.borderId > 0,
      applyAlignment: alignment !== "",
      applyProtection: protection !== "",
    };
    return cells.add(tag("xf", { ...ids, ...applied }, alignment + protection));
  };

  const condition = ({ bold, color, fill }: Condition["style"]): number => {
    const face = [bold ? tag("b") : "", color ? tag("color", { rgb: `FF${color}` }) : ""].join("");
    const ground = fill
      ? tag(
          "fill",
          {},
          tag("patternFill", { patternType: "solid" }, [
            tag("fgColor", { rgb: `FF${fill}` }),
            tag("bgColor", { rgb: `FF${fill}` }),
          ]),
        )
      : "";
    return conditions.add(tag("dxf", {}, (face && tag("font", {}, face)) + ground));
  };

  /** In the order of CT_Stylesheet (ECMA-376 Part 1 §18.8.39). */
  const write = (): string =>
    xmlPart(
      tag("styleSheet", { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" }, [
        formats.write("numFmts"),
        fonts.write("fonts"),
        fills.write("fills"),
        borders.write("borders"),
        tag("cellStyleXfs", { count: 1 }, tag("xf", plain)),
        cells.write("cellXfs"),
        tag("cellStyles", { count: 1 }, tag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })),
        conditions.write("dxfs"),
      ]),
    );
  return { cell, condition, write };
}
