import { ReadError } from "../../core/outcome.ts";
import { childElements, findChild, textOf, type XmlElement } from "../../core/xml/xml-node.ts";
import { fillRulings, strokeRulings, WIDEST_STROKE } from "../drawing/path-rulings.ts";
import { compose, heightScale, type Matrix } from "../layout/matrix.ts";
import type { Glyph, Ruling } from "../layout/page-content.ts";
import type { Tally } from "../tally.ts";
import { readPath } from "./abbreviated-data.ts";
import { placementOf, readFlag } from "./numbers.ts";
import { type Paint, paintOf } from "./paint.ts";
import { placeText } from "./place-text.ts";
import type { Resources } from "./resources.ts";

/** What a page shows so far; `leaning` counts the characters left out because their line leans. */
export interface Drawn {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  leaning: number;
}

/** What the file may still draw: composite objects and templates can multiply a few bytes without end. */
export interface Budget {
  left: number;
}

/** Ten times the characters and lines of the longest plan with all its attachments. */
export const MOST_DRAWN = 2_000_000;
/** A page of a newspaper has a tenth of it; laying out more would cost more time than any plan is worth. */
const MOST_GLYPHS = 100_000;
/** About so many characters of a path's data cost as much as one of text. */
const PATH_SHARE = 32;
/** Composite objects hold others; a deeper nest is a loop. */
const DEEPEST = 8;

/** What all objects of a page share. */
export interface Walk {
  readonly resources: Resources;
  readonly drawn: Drawn;
  readonly budget: Budget;
  readonly tally: Tally;
}

/** Where a block's objects stand on the page, what they draw with, and how many composite objects hold them. */
export interface Scope {
  readonly toPage: Matrix;
  readonly paint: Paint;
  readonly depth: number;
}

type Act = (walk: Walk, object: XmlElement, scope: Scope) => void;

/** One row an object of a page (GB/T 33190-2016 §7.7); any other is counted as ignored. */
const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["Layer", drawBlock],
  ["PageBlock", drawBlock],
  ["TextObject", drawText],
  ["PathObject", drawPath],
  ["CompositeObject", drawComposite],
]);

/** Draws the objects in a block: a page's content, a layer, a page block, a composite object's content. */
export function drawBlock(walk: Walk, block: XmlElement, outer: Scope): void {
  const scope = enter(walk, block, outer);
  for (const object of childElements(block)) {
    spend(walk.budget, 1);
    const isHidden = !readFlag(object.attributes.Visible, true);
    const act = isHidden ? undefined : ACTS.get(object.name);
    if (act) act(walk, object, scope);
    else walk.tally.add(isHidden ? `hidden ${object.name}` : object.name);
  }
}

const enter = ({ resources }: Walk, object: XmlElement, scope: Scope): Scope => ({
  toPage: compose(placementOf(object), scope.toPage),
  paint: paintOf(object, scope.paint, resources),
  depth: scope.depth,
});

function drawText({ resources, drawn, budget }: Walk, object: XmlElement, scope: Scope): void {
  spend(budget, textOf(object).length);
  const { glyphs, leaning } = placeText(object, compose(placementOf(object), scope.toPage), resources);
  for (const glyph of glyphs) drawn.glyphs.push(glyph);
  drawn.leaning += leaning;
  if (drawn.glyphs.length > MOST_GLYPHS) throw new ReadError("too-large", { detail: "page", limit: MOST_GLYPHS });
}

/** Lines that do not show rule nothing off: they are masks. */
function drawPath(walk: Walk, object: XmlElement, outer: Scope): void {
  const { toPage, paint } = enter(walk, object, outer);
  const data = textOf(findChild(object, "AbbreviatedData") ?? "");
  spend(walk.budget, Math.ceil(data.length / PATH_SHARE));
  const path = readPath(data);
  const isThin = paint.lineWidth * heightScale(toPage) <= WIDEST_STROKE;
  const strokes = readFlag(object.attributes.Stroke, true) && paint.strokeShows && isThin;
  const fills = readFlag(object.attributes.Fill, false) && paint.fillShows;
  const rulings = [...(strokes ? strokeRulings(path, toPage) : []), ...(fills ? fillRulings(path, toPage) : [])];
  for (const ruling of rulings) walk.drawn.rulings.push(ruling);
}

function drawComposite(walk: Walk, object: XmlElement, outer: Scope): void {
  const content = findChild(walk.resources.get(object.attributes.ResourceID ?? "") ?? null, "Content");
  if (content === null || outer.depth >= DEEPEST) walk.tally.add(object.name);
  else drawBlock(walk, content, { ...enter(walk, object, outer), depth: outer.depth + 1 });
}

function spend(budget: Budget, count: number): void {
  budget.left -= count;
  if (budget.left < 0) throw new ReadError("too-large", { detail: "drawn objects", limit: MOST_DRAWN });
}
