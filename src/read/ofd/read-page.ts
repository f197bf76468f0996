import { childElements, findChild } from "../../core/xml/xml-node.ts";
import type { LeftOut } from "../drawing/left-out.ts";
import { cropPage } from "../layout/crop-page.ts";
import type { Matrix } from "../layout/matrix.ts";
import type { PageContent } from "../layout/page-content.ts";
import type { Tally } from "../tally.ts";
import { type Budget, type Drawn, drawBlock } from "./draw-page.ts";
import type { OfdPackage, Part } from "./open-ofd.ts";
import { DEFAULT_PAINT } from "./paint.ts";
import { findPageSize, type OfdDocument } from "./read-document.ts";
import { readResources } from "./resources.ts";

const POINTS_PER_MM = 72 / 25.4;
const TO_POINTS: Matrix = [POINTS_PER_MM, 0, 0, POINTS_PER_MM, 0, 0];

/** A page's content, and how many of its characters were left out. */
export interface ReadPage extends LeftOut {
  readonly content: PageContent;
}

/** What the pages of a file share. */
export interface Reading {
  readonly ofd: OfdPackage;
  readonly budget: Budget;
  readonly tally: Tally;
}

/**
 * Reads the characters and lines of a page and of its templates. Which of these lies on top (ZOrder) says nothing about
 * the text. Null where the package does not hold the page whole.
 * @throws ReadError `too-large`.
 */
export function readPage(location: string, page: number, document: OfdDocument, reading: Reading): ReadPage | null {
  const part = reading.ofd.findPart(location, document.path);
  if (part === null) return null;
  const parts = [part, ...findTemplates(part, document, reading.tally)];
  const drawn: Drawn = { glyphs: [], rulings: [], leaning: 0 };
  for (const each of parts) drawPart(each, document, drawn, reading);
  const { glyphs, rulings, leaning } = drawn;
  const own = parts.map(({ root }) => findPageSize(root, "Area")).find((size) => size !== null);
  const [width, height] = own ?? document.size;
  return {
    ...cropPage({ page, width: width * POINTS_PER_MM, height: height * POINTS_PER_MM, glyphs, rulings }),
    leaning,
  };
}

/** Each template that a page names, once. */
function findTemplates({ root }: Part, document: OfdDocument, tally: Tally): Part[] {
  const ids = new Set(childElements(root, "Template").map(({ attributes }) => attributes.TemplateID ?? ""));
  return [...ids].flatMap((id) => {
    const template = document.findTemplate(id);
    if (template === null) tally.add("Template");
    return template ?? [];
  });
}

function drawPart(part: Part, document: OfdDocument, drawn: Drawn, { ofd, budget, tally }: Reading): void {
  const content = findChild(part.root, "Content");
  if (content === null) return;
  const resources = readResources(ofd, part, ["PageRes"], document.resources, tally);
  drawBlock({ resources, drawn, budget, tally }, content, { toPage: TO_POINTS, paint: DEFAULT_PAINT, depth: 0 });
}
