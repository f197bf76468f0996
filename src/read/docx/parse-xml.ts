import { SaxesParser, type SaxesTagNS } from "saxes";
import { ReadError } from "../../core/outcome.ts";
import { element, type XmlElement, type XmlNode } from "./xml-node.ts";

/** Deeper or larger than any document that a person wrote: nested text boxes reach about 30 levels. */
const DEEPEST = 128;
const MOST_ELEMENTS = 500_000;

/** Namespaces by prefix; ISO 29500 Strict files use the purl.oclc.org names. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
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
  readonly attributes: XmlElement["attributes"];
  readonly children: XmlNode[];
}

/**
 * Parses one XML part. An element of a foreign namespace is named `x:` and its local name.
 * @throws ReadError `damaged` where it is not well-formed or has a DOCTYPE (OOXML never has one), `too-large`.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const tree = createTree(part);
  parser.on("error", (error) => {
    throw new ReadError("damaged", { detail: `${part}: ${error.message}` }, { cause: error });
  });
  parser.on("doctype", () => {
    throw new ReadError("damaged", { detail: `${part}: DOCTYPE is not allowed` });
  });
  parser.on("opentag", tree.open);
  parser.on("text", tree.add);
  parser.on("cdata", tree.add);
  parser.on("closetag", tree.close);
  parser.write(decodeXml(bytes)).close();
  return tree.root();
}

/** Builds a tree from what the parser meets, within the bounds. */
function createTree(part: string) {
  const path: Open[] = [{ name: "", attributes: {}, children: [] }];
  let elements = 0;
  const open = (tag: SaxesTagNS) => {
    elements++;
    if (path.length > DEEPEST) throw new ReadError("too-large", { detail: `${part}: depth`, limit: DEEPEST });
    if (elements > MOST_ELEMENTS)
      throw new ReadError("too-large", { detail: `${part}: elements`, limit: MOST_ELEMENTS });
    const attributes = Object.values(tag.attributes).map((one) => [named(one.uri, one.local), one.value] as const);
    path.push({ name: named(tag.uri, tag.local), attributes: Object.fromEntries(attributes), children: [] });
  };
  const add = (text: string) => {
    const holder = path.at(-1)!;
    if (HOLDS_TEXT.has(holder.name)) holder.children.push(text.replace(/[\r\n]+/gu, " "));
  };
  const close = () => {
    const closed = path.pop()!;
    path.at(-1)!.children.push(closed);
  };
  const root = () => (path[0]!.children[0] as XmlElement | undefined) ?? element("");
  return { open, add, close, root };
}

const named = (uri: string, local: string): string => (uri === "" ? local : `${PREFIXES.get(uri) ?? "x"}:${local}`);

/** OOXML parts are UTF-8 or UTF-16 with a byte order mark (ECMA-376 Part 2 §8.1.1). */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
