/** A page of a hand-made PDF: content operators in PDF's own space (points from the bottom left). */
export interface TestPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
}

/** Without a font file: pdf.js must find the words through the predefined CMap. Latin characters are half an em wide. */
const FONT = [
  "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
  "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>" +
    "/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>",
  "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120" +
    "/CapHeight 880/StemV 93>>",
];

/** A password handler (ISO 32000-1 §7.6.3) whose user password is not the empty one. */
const ENCRYPT = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>/ID[<41><41>]`;

/** Writes a PDF by hand, so that each test holds exactly the operators that it is about. */
export function writeTestPdf(pages: readonly TestPage[], { locked = false } = {}): Uint8Array {
  const firstPage = 3 + FONT.length;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    ...FONT,
    ...pages.flatMap(({ content, width = 595, height = 842, rotate = 0 }, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}` +
        `/Resources<</Font<</F1 3 0 R>>>>/Contents ${firstPage + 2 * index + 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R${locked ? ENCRYPT : ""}>>`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");

/** Shows a text with its base line's left end at (x, y). */
export const show = (text: string, x: number, y: number, size = 16): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`;

export const stroke = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S`;

/** Strokes a full grid: column edges `xs` from the left, row edges `ys` from the top. */
export const strokeGrid = (xs: readonly number[], ys: readonly number[]): string =>
  [...ys.map((y) => stroke(xs[0]!, y, xs.at(-1)!, y)), ...xs.map((x) => stroke(x, ys[0]!, x, ys.at(-1)!))].join("\n");
