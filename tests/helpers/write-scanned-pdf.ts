/** A grey JPEG with its size in pixels. */
export interface Scan {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Writes a PDF of A4 pages, each of them a picture and nothing else. */
export function writeScannedPdf(scans: readonly Scan[]): Uint8Array {
  const content = Buffer.from("q 595 0 0 842 0 0 cm /I Do Q");
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`<<${dictionary}/Length ${data.length}>>stream\n`), data, Buffer.from("\nendstream")]);
  const kids = scans.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from(`<</Type/Pages/Count ${scans.length}/Kids[${kids}]>>`),
    stream("", content),
    ...scans.flatMap(({ jpeg, width, height }, index) => [
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</XObject<</I ${5 + 2 * index} 0 R>>>>>>`,
      ),
      stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`,
        jpeg,
      ),
    ]),
  ];
  return writeObjects(objects);
}

/** Objects numbered from 1, the first of them the catalogue, with their cross-reference table. */
function writeObjects(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n")];
  let length = parts[0]!.length;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  const rows = objects.map((object, index) => {
    const row = `${String(length).padStart(10, "0")} 00000 n \n`;
    for (const part of [Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]) add(part);
    return row;
  });
  const at = length;
  const size = objects.length + 1;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}trailer<</Size ${size}/Root 1 0 R>>\n`));
  add(Buffer.from(`startxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}
