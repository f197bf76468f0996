import type { XmlElement, XmlNode } from "../../core/xml/xml-node.ts";
import type { Tally } from "../tally.ts";
import { changeBlocks } from "./join-paragraphs.ts";
import type { Styles } from "./styles.ts";
import { findValue, transformTree } from "./word-node.ts";

/** Built-in styles of a table of contents; their names are English in every language of Word. */
const CONTENTS_STYLE = /^toc (?:\d|heading)$/iu;

/** Drops a generated table of contents: it says each heading once more, with page numbers. */
export const dropContentsList = (document: XmlElement, styles: Styles, tally: Tally): XmlElement =>
  transformTree(document, (node) =>
    changeBlocks(node, (blocks) =>
      blocks.filter((block) => {
        const drops = isContentsLine(block, styles);
        if (drops) tally.add("table-of-contents-line");
        return !drops;
      }),
    ),
  );

const isContentsLine = (block: XmlNode, styles: Styles): boolean =>
  typeof block !== "string" &&
  block.name === "w:p" &&
  CONTENTS_STYLE.test(findValue(styles.paragraphChain(block)[0] ?? null, "w:name") ?? "");
