import type { XmlElement } from "../../core/xml/xml-node.ts";
import type { Tally } from "../tally.ts";
import { acceptChanges } from "./accept-changes.ts";
import { dropContentsList } from "./contents-list.ts";
import { resolveFields } from "./fields.ts";
import { flatten } from "./flatten.ts";
import { dropHiddenText, isMarkHidden } from "./hidden-text.ts";
import { changeBlocks, joinParagraphs } from "./join-paragraphs.ts";
import { numberParagraphs } from "./number-paragraphs.ts";
import type { PackageParts } from "./package-parts.ts";
import { writePageBreaks } from "./page-breaks.ts";
import { readNumbering } from "./read-numbering.ts";
import { createStyles } from "./styles.ts";
import { straightenTables } from "./table-grid.ts";
import { liftTextBoxes } from "./text-boxes.ts";
import { transformTree } from "./word-node.ts";

/**
 * Writes into the text what mammoth would lose: automatic numbers, text boxes, page breaks; and takes out what is not
 * the document's text. The order matters: only what is shown is counted.
 */
export function prepareDocument(parts: PackageParts, tally: Tally): XmlElement {
  const styles = createStyles(parts.styles);
  const lists = readNumbering(parts.numbering, styles);
  const steps: readonly ((document: XmlElement) => XmlElement)[] = [
    (document) => flatten(document, tally),
    acceptChanges,
    liftTextBoxes,
    resolveFields,
    (document) => dropHiddenText(document, styles),
    (document) => dropContentsList(document, styles, tally),
    straightenTables,
    (document) => numberParagraphs(document, lists, styles),
    (document) => writePageBreaks(document, styles),
    joinHiddenMarks,
  ];
  return steps.reduce((document, step) => step(document), parts.document);
}

const joinHiddenMarks = (document: XmlElement): XmlElement =>
  transformTree(document, (node) => changeBlocks(node, (blocks) => joinParagraphs(blocks, isMarkHidden)));
