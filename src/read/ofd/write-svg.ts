import { escapeHtml } from "../../core/html.ts";
import { ReadError } from "../../core/outcome.ts";
import type { Glyph, PageContent } from "../layout/page-content.ts";
import { createTally } from "../tally.ts";
import { MOST_DRAWN } from "./draw-page.ts";
import { openOfd } from "./open-ofd.ts";
import { readDocuments } from "./read-document.ts";
import { readPage } from "./read-page.ts";

/** In points: a hair would be lost between the pixels. */
const LINE_WIDTH = 0.75;
/** How far a baseline stands above the foot of the em box. */
const DESCENT = 0.12;

/**
 * Writes a page of an OFD package as SVG, its characters in the system's own fonts and its lines. Pictures and seals are not
 * drawn: no seal is trusted.
 * @throws ReadError `page-missing`, `encrypted`, `damaged`, `too-large`.
 */
export function writeOfdPage(bytes: Uint8Array, page: number): string {
  const reading = { ofd: openOfd(bytes), budget: { left: MOST_DRAWN }, tally: createTally() };
  const pages = readDocuments(reading.ofd, reading.tally).flatMap((document) =>
    document.pages.map((location) => ({ document, location })),
  );
  const wanted = pages[page - 1];
  const read = wanted ? readPage(wanted.location, page, wanted.document, reading) : null;
  if (!read) throw new ReadError("page-missing", { page, path: "ofd" });
  return writeSvg(read.content);
}

function writeSvg({ width, height, glyphs, rulings }: PageContent): string {
  const lines = rulings.map((box) => `M${box[0]} ${box[1]}L${box[2]} ${box[3]}`).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<path d="${lines}" stroke="#000" stroke-width="${LINE_WIDTH}" fill="none"/>`,
    `<g font-family="Noto Serif CJK SC, SimSun, Songti SC, serif">`,
    ...glyphs.filter(({ text }) => text.trim() !== "").map(writeGlyph),
    "</g></svg>",
  ].join("\n");
}

/** Characters that XML forbids are left out: one of them would spoil the page. */
function writeGlyph({ text, flow, size, box: [x0, y0, x1, y1] }: Glyph): string {
  const shown = escapeHtml(text.replace(/[^\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""));
  if (flow === "up")
    return `<text font-size="${size}" transform="translate(${x1 - DESCENT * size} ${y1}) rotate(-90)">${shown}</text>`;
  return `<text x="${x0}" y="${y0 + (1 - DESCENT) * Math.max(size, y1 - y0)}" font-size="${size}">${shown}</text>`;
}
