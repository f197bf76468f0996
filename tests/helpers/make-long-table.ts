/** Makes fixtures/difficulties/table-over-three-pages.* anew: needs `chromium` and `pdftoppm`. Run it with node. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { drawLongOfd } from "./draw-long-ofd.ts";
import { writeLongDocx, writeLongHtml } from "./write-long-plan.ts";
import { writeScannedPdf } from "./write-scanned-pdf.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/difficulties");
const name = (ending: string) => join(FOLDER, `table-over-three-pages${ending}`);
const work = mkdtempSync(join(tmpdir(), "long-table-"));

writeFileSync(name(".docx"), writeLongDocx());
writeFileSync(name(".ofd"), drawLongOfd());
writeFileSync(join(work, "plan.html"), writeLongHtml());
execFileSync("chromium", [
  "--headless",
  "--no-sandbox",
  "--no-pdf-header-footer",
  `--print-to-pdf=${name(".pdf")}`,
  join(work, "plan.html"),
]);
execFileSync("pdftoppm", ["-r", "200", "-gray", "-png", name(".pdf"), join(work, "page")]);
const scans = readdirSync(work)
  .filter((file) => file.endsWith(".png"))
  .sort()
  .map(async (file) => {
    const picture = sharp(readFileSync(join(work, file))).greyscale();
    const { data, info } = await picture.jpeg({ quality: 70, mozjpeg: true }).toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  });
writeFileSync(name("-scan.pdf"), writeScannedPdf(await Promise.all(scans)));
rmSync(work, { recursive: true });
