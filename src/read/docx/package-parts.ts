import { ReadError } from "../../core/outcome.ts";
import { parseXml } from "../../core/xml/parse-xml.ts";
import { childElements, type XmlElement } from "../../core/xml/xml-node.ts";
import type { ZipArchive } from "../../core/zip.ts";
import { WORD } from "./word-vocabulary.ts";

/** The parts of a DOCX package that hold the text and its numbers; headers, footers, notes and comments stay shut. */
export interface PackageParts {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
}

/**
 * Finds the parts through their relationships (ECMA-376 Part 2 §6.5), else at the names that Word gives them.
 * @throws ReadError `damaged` without a document part.
 */
export function readPackageParts(zip: ZipArchive): PackageParts {
  const path = findTarget(zip, "", "", "officeDocument") ?? "word/document.xml";
  const document = findPart(zip, path);
  if (document?.name !== "w:document") throw new ReadError("damaged", { detail: `no document in ${path}` });
  const slash = path.lastIndexOf("/") + 1;
  const related = (type: string): XmlElement | null =>
    findPart(zip, findTarget(zip, path.slice(0, slash), path.slice(slash), type) ?? `word/${type}.xml`);
  return { document, styles: related("styles"), numbering: related("numbering") };
}

function findPart(zip: ZipArchive, path: string): XmlElement | null {
  const bytes = zip.find(path);
  return bytes === null ? null : parseXml(bytes, path, WORD);
}

/** The target of a part's first relationship of a type, as a zip name that exists, or null. */
function findTarget(zip: ZipArchive, folder: string, file: string, type: string): string | null {
  const relationship = childElements(findPart(zip, `${folder}_rels/${file}.rels`)).find(
    (one) => one.name === "rel:Relationship" && one.attributes.Type?.endsWith(`/${type}`),
  );
  const target = relationship?.attributes.Target;
  if (target === undefined || relationship?.attributes.TargetMode === "External") return null;
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  return zip.names.includes(path) ? path : null;
}
