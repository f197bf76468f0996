/**
 * Writes a PDF of two A4 pages: one line of text (`Annex`), and a grey JPEG that fills the page, with
 * a word stamped over it.
 */
export function writeScanPdf(jpeg: Uint8Array, [width, height]: readonly [number, number]): Uint8Array {
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from("\nendstream"),
    ]);
  const page = (content: number, resources: string): Buffer =>
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << ${resources} >> >>`,
    );
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`;
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"),
    page(5, "/Font << /F 7 0 R >>"),
    page(6, "/XObject << /I 8 0 R >> /Font << /F 7 0 R >>"),
    stream("", Buffer.from("BT /F 16 Tf 100 700 Td (Annex) Tj ET")),
    stream("", Buffer.from("q 595 0 0 842 0 0 cm /I Do Q BT /F 8 Tf 500 20 Td (Copy 7) Tj ET")),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    stream(picture, jpeg),
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets = objects.map((object, index) => {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n"));
    return at;
  });
  const end = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
