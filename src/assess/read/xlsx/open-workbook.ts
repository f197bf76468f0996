import { ReadError } from "../../../core/outcome.ts";
import { parseXml } from "../../../core/xml/parse-xml.ts";
import { childElements, findChild, textOf, type XmlElement } from "../../../core/xml/xml-node.ts";
import { openZip, type ZipArchive } from "../../../core/zip.ts";
import type { Filling } from "../../filled-sheet.ts";
import { readCells } from "./read-cells.ts";
import { SHEET_VOCABULARY } from "./sheet-vocabulary.ts";

export interface SheetCells {
  readonly name: string;
  readonly rows: readonly (readonly Filling[])[];
}

/**
 * Reads the sheets of a workbook as LibreOffice, Excel and WPS save it: values as they were last computed, never formulas.
 * @throws ReadError `damaged` where it is no workbook, `too-large`, `encrypted`.
 */
export function openWorkbook(bytes: Uint8Array): SheetCells[] {
  const archive = openZip(bytes);
  const part = (path: string): XmlElement | null => {
    const content = archive.find(path);
    return content && parseXml(content, path, SHEET_VOCABULARY);
  };
  const workbookPath = findWorkbook(archive);
  const workbook = part(workbookPath);
  if (!workbook) throw new ReadError("damaged", { format: "xlsx", detail: "no workbook part" });
  const targets = targetsOf(part(relationshipsOf(workbookPath)), workbookPath);
  const strings = childElements(part(targets.find(({ type }) => type === "sharedStrings")?.path ?? "")).map(stringOf);
  return childElements(findChild(workbook, "sheets"), "sheet").flatMap(({ attributes }) => {
    const target = targets.find(({ id }) => id === attributes["r:id"]);
    const sheet = target?.type === "worksheet" ? part(target.path) : null;
    return sheet ? [{ name: attributes.name ?? "", rows: readCells(sheet, strings) }] : [];
  });
}

/** The office document of the package; `xl/workbook.xml` in all that is known. */
const findWorkbook = ({ names }: ZipArchive): string =>
  names.find((name) => /(?:^|\/)workbook\.xml$/iu.test(name)) ?? "xl/workbook.xml";

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const relationshipsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

interface Target {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

const targetsOf = (relationships: XmlElement | null, from: string): Target[] =>
  childElements(relationships, "Relationship")
    .filter(({ attributes }) => attributes.TargetMode !== "External")
    .map(({ attributes }) => {
      const target = attributes.Target ?? "";
      const path = target.startsWith("/") ? target.slice(1) : folderOf(from) + target;
      return { id: attributes.Id ?? "", type: (attributes.Type ?? "").split("/").at(-1)!, path };
    });

/** A string: plain, or in runs of other faces; the readings of `rPh` are no part of it. */
export const stringOf = (item: XmlElement): string =>
  item.children
    .filter((child) => typeof child !== "string" && (child.name === "t" || child.name === "r"))
    .map((child) => textOf(child))
    .join("");
