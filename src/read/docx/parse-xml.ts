import { SaxesParser } from "saxes";
import { ReadError } from "../../core/outcome.ts";
import { element, type XmlElement, type XmlNode } from "./xml-node.ts";

/** Deeper or larger than any document that a person wrote: nested text boxes reach about 30 levels. */
const DEEPEST = 128;
const MOST_ELEMENTS = 2_000_000;

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Namespaces by prefix; ISO 29500 Strict files use the purl.oclc.org names. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [W, "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", "rel"],
]);

/** Text counts only here; elsewhere it is indentation. */
const HOLDS_TEXT = new Set(["w:t", "w:instrText", "m:t"]);

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

/**
 * Parses one XML part. An element of a foreign namespace is named `x:` and its local name.
 * @throws ReadError `damaged` where it is not well-formed or has a DOCTYPE (OOXML never has one), `too-large`.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [{ name: "", attributes: {}, children: [] }];
  let elements = 0;
  parser.on("error", (error) => {
    throw new ReadError("damaged", { detail: `${part}: ${error.message}` }, { cause: error });
  });
  parser.on("doctype", () => {
    throw new ReadError("damaged", { detail: `${part}: DOCTYPE is not allowed` });
  });
  parser.on("opentag", (tag) => {
    elements++;
    if (open.length > DEEPEST) throw new ReadError("too-large", { detail: `${part}: depth`, limit: DEEPEST });
    if (elements > MOST_ELEMENTS)
      throw new ReadError("too-large", { detail: `${part}: elements`, limit: MOST_ELEMENTS });
    const attributes = Object.values(tag.attributes).map((one) => [named(one.uri, one.local), one.value] as const);
    open.push({ name: named(tag.uri, tag.local), attributes: Object.fromEntries(attributes), children: [] });
  });
  const addText = (text: string) => {
    const holder = open.at(-1)!;
    if (HOLDS_TEXT.has(holder.name)) holder.children.push(text.replace(/[\r\n]+/gu, " "));
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop()!;
    open.at(-1)!.children.push(closed);
  });
  parser.write(decodeXml(bytes)).close();
  return (open[0]!.children[0] as XmlElement | undefined) ?? element("");
}

const named = (uri: string, local: string): string => (uri === "" ? local : `${PREFIXES.get(uri) ?? "x"}:${local}`);

/** OOXML parts are UTF-8 or UTF-16 with a byte order mark (ECMA-376 Part 2 §8.1.1). */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
