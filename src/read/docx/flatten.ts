import {
  childElements,
  element,
  textOf,
  withChildren,
  type XmlElement,
  type XmlNode,
} from "../../core/xml/xml-node.ts";
import type { Tally } from "../tally.ts";
import { chooseBranch } from "./alternate-content.ts";
import { isProperties, textRun } from "./word-node.ts";

type Handler = (node: XmlElement, tally: Tally) => readonly XmlNode[];

const drop: Handler = () => [];

/** What becomes of each element of a document's content. An element that is not named here is dropped and reported. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ...rows(keep, "w:body w:p w:r w:tbl w:tr w:tc w:fldSimple"),
  ...rows(keepWhole, "w:t w:tab w:br w:fldChar w:instrText"),
  ...rows(flattenChildren, "w:sdt w:sdtContent w:customXml w:smartTag w:hyperlink w:bdo w:dir w:ruby w:rubyBase"),
  ...rows(flattenChildren, "w:ins w:moveTo m:oMathPara"),
  ...rows(drop, "w:del w:moveFrom w:delText w:delInstrText w:rt w:softHyphen w:pgNum w:proofErr w:permStart w:permEnd"),
  ...rows(drop, "w:bookmarkStart w:bookmarkEnd w:lastRenderedPageBreak w:annotationRef w:footnoteRef w:endnoteRef"),
  ...rows(drop, "w:separator w:continuationSeparator w:commentRangeStart w:commentRangeEnd w:background"),
  ...rows(drop, "w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd"),
  ...rows(drop, "w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd"),
  ...rows(drop, "w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:rubyPr"),
  ...rows(report("footnote"), "w:footnoteReference"),
  ...rows(report("endnote"), "w:endnoteReference"),
  ...rows(report("comment"), "w:commentReference"),
  ...rows(report("embedded-document"), "w:altChunk w:subDoc"),
  ...rows(readDrawing, "w:drawing w:pict w:object"),
  ["w:sym", readSymbol],
  ["w:noBreakHyphen", () => [element("w:t", {}, ["-"])]],
  ["w:cr", () => [element("w:br")]],
  ["w:ptab", () => [element("w:tab")]],
  ["m:oMath", readFormula],
  ["mc:AlternateContent", readAlternate],
]);

function keep(node: XmlElement, tally: Tally): XmlNode[] {
  return [withChildren(node, flattenChildren(node, tally))];
}

function keepWhole(node: XmlElement): XmlNode[] {
  return [node];
}

function report(name: string): Handler {
  return (_node, tally) => {
    tally.add(name);
    return [];
  };
}

function rows(handler: Handler, names: string): [string, Handler][] {
  return names.split(" ").map((name) => [name, handler]);
}

/**
 * Reduces a document to paragraphs, runs, text and tables: content controls, links and insertions are opened up,
 * deletions and marks dropped, a drawing is replaced by its text boxes, and the rest is dropped and counted.
 */
export const flatten = (document: XmlElement, tally: Tally): XmlElement =>
  withChildren(document, flattenChildren(document, tally));

function flattenChildren(node: XmlElement, tally: Tally): XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string" || isProperties(child)) return [child];
    return (HANDLERS.get(child.name) ?? report(child.name))(child, tally);
  });
}

function readAlternate(node: XmlElement, tally: Tally): readonly XmlNode[] {
  const branch = chooseBranch(node);
  return branch === null ? [] : flattenChildren(branch, tally);
}

/** Drawings hold pictures and charts, which are counted, and text boxes, which are kept for their words. */
function readDrawing(node: XmlElement, tally: Tally): readonly XmlNode[] {
  return childElements(node).flatMap((child): readonly XmlNode[] => {
    if (child.name === "w:txbxContent") return keep(child, tally);
    const graphic = GRAPHICS.get(child.name);
    if (graphic !== undefined) tally.add(graphic);
    const inner = child.name === "mc:AlternateContent" ? chooseBranch(child) : child;
    return inner === null ? [] : readDrawing(inner, tally);
  });
}

/** `a:blip` and `v:imagedata` are pictures, `c:chart` a chart, `dgm:relIds` a diagram (SmartArt). */
const GRAPHICS: ReadonlyMap<string, string> = new Map([
  ["x:blip", "picture"],
  ["x:imagedata", "picture"],
  ["x:chart", "chart"],
  ["x:relIds", "diagram"],
]);

/** Only a formula in one line is text: a fraction of 1 and 2 would come out as 12. */
function readFormula(node: XmlElement, tally: Tally): readonly XmlNode[] {
  const inLine = childElements(node).every((child) => child.name === "m:r");
  if (!inLine) return report("formula")(node, tally);
  return [textRun(textOf(node))];
}

/** A symbol of an ordinary font (`w:font="宋体" w:char="25A1"` → □); mammoth knows only those of Symbol and Wingdings. */
function readSymbol(node: XmlElement): readonly XmlNode[] {
  const code = /^[0-9A-Fa-f]{4,5}$/u.test(node.attributes["w:char"] ?? "")
    ? Number(`0x${node.attributes["w:char"]}`)
    : 0;
  const isUnicode = code >= 0x2000 && !(code >= 0xd800 && code <= 0xf8ff);
  return [isUnicode ? element("w:t", {}, [String.fromCodePoint(code)]) : node];
}
