import { buildDoc, modifier, type Paragraph, paragraph, run } from "../doc/build-doc.ts";
import { bytes, u8, u32 } from "../doc/bytes.ts";

/** A field's number in MS-DOC 2.9.90, and its instruction. */
export type Field = readonly [number, string];

export const FIELD_NUMBER = { dde: 45, import: 55, link: 56, picture: 67, text: 68 } as const;

/** MS-DOC 2.8.25: the table of the main document's fields. */
const FIELD_TABLE = 16;
const MARKS = { begin: 0x13, separate: 0x14, end: 0x15 } as const;
const SPECIAL = modifier(0x0855, u8(1));
const mark = (code: number) => run(String.fromCharCode(code), SPECIAL);

/** A Word 97 file with a paragraph a field, as Word writes fields: marked characters, and a table of where they stand. */
export function buildFields(fields: readonly Field[]): Uint8Array {
  const paragraphs: Paragraph[] = [paragraph("一、工作目标")];
  const places: number[] = [];
  const kinds: Uint8Array[] = [];
  let at = paragraphs[0]!.runs.map(({ text }) => text).join("").length;
  for (const [index, [number, instruction]] of fields.entries()) {
    const parts = [
      run("前"),
      mark(MARKS.begin),
      run(` ${instruction} `),
      mark(MARKS.separate),
      run(`结果${index}`),
      mark(MARKS.end),
    ];
    const kindOf = { [MARKS.begin]: number, [MARKS.separate]: 0xff, [MARKS.end]: 0x80 };
    let place = at;
    for (const { text } of parts) {
      const code = text.charCodeAt(0);
      if (code in kindOf) {
        places.push(place);
        kinds.push(u8(code, kindOf[code as keyof typeof kindOf]));
      }
      place += text.length;
    }
    const added = paragraph(parts);
    paragraphs.push(added);
    at += added.runs.map(({ text }) => text).join("").length;
  }
  return buildDoc(paragraphs, { parts: { [FIELD_TABLE]: bytes(u32(...places, at), ...kinds) } });
}
