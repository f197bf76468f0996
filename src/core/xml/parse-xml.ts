import { SaxesParser, type SaxesTagNS } from "saxes";
import { ReadError } from "../outcome.ts";
import { element, type XmlElement, type XmlNode } from "./xml-node.ts";

/** Deeper or larger than any document that a person wrote: nested text boxes of a DOCX reach about 30 levels. */
const DEEPEST = 128;
const MOST_ELEMENTS = 500_000;

/** How a format's names and text are taken from its XML. */
export interface Vocabulary {
  /** The name that an element or attribute goes by. */
  readonly nameOf: (namespace: string, localName: string) => string;
  /** What of a text to keep that stands in the element of this name; null where it is only indentation. */
  readonly readText: (holder: string, text: string) => string | null;
}

interface Open {
  readonly name: string;
  readonly attributes: XmlElement["attributes"];
  readonly children: XmlNode[];
}

/**
 * Parses one XML part of a package.
 * @throws ReadError `damaged` where it is not well-formed or has a DOCTYPE (no part of a DOCX or OFD ever has one),
 *   `too-large`.
 */
export function parseXml(bytes: Uint8Array, part: string, vocabulary: Vocabulary): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const tree = createTree(part, vocabulary);
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
function createTree(part: string, { nameOf, readText }: Vocabulary) {
  const path: Open[] = [{ name: "", attributes: {}, children: [] }];
  let elements = 0;
  const open = (tag: SaxesTagNS) => {
    elements++;
    if (path.length > DEEPEST) throw new ReadError("too-large", { detail: `${part}: depth`, limit: DEEPEST });
    if (elements > MOST_ELEMENTS)
      throw new ReadError("too-large", { detail: `${part}: elements`, limit: MOST_ELEMENTS });
    const attributes = Object.values(tag.attributes).map((one) => [nameOf(one.uri, one.local), one.value] as const);
    path.push({ name: nameOf(tag.uri, tag.local), attributes: Object.fromEntries(attributes), children: [] });
  };
  const add = (text: string) => {
    const holder = path.at(-1)!;
    const kept = readText(holder.name, text);
    if (kept !== null) holder.children.push(kept);
  };
  const close = () => {
    const closed = path.pop()!;
    path.at(-1)!.children.push(closed);
  };
  const root = () => (path[0]!.children[0] as XmlElement | undefined) ?? element("");
  return { open, add, close, root };
}

/** Parts are UTF-8 or UTF-16 with a byte order mark (ECMA-376 Part 2 §8.1.1; GB/T 33190 asks for UTF-8). */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
