import { ReadError } from "../../core/outcome.ts";
import { childElements, findChild, findDescendant, textOf, type XmlElement } from "../../core/xml/xml-node.ts";
import type { Tally } from "../tally.ts";
import { findNumbers } from "./numbers.ts";
import type { OfdPackage, Part } from "./open-ofd.ts";
import { type Resources, readResources } from "./resources.ts";

/** Width and height in mm. */
export type PageSize = readonly [width: number, height: number];

/** A document of the package, as far as its pages need it. */
export interface OfdDocument {
  readonly path: string;
  readonly resources: Resources;
  readonly size: PageSize;
  /** Locations of the pages, in order; one that states none is empty. */
  readonly pages: readonly string[];
  /** A template page by its ID, or null. */
  readonly findTemplate: (id: string) => Part | null;
}

const A4: PageSize = [210, 297];
/** What hangs on a document and is not its text: no seal or signature is trusted, nor shown. */
const BESIDE = ["Annotations", "Attachments", "Signatures", "CustomTags", "Extensions"];

/**
 * Reads the documents that OFD.xml names, in order (GB/T 33190-2016 §7.4); one that is not there is counted.
 * @throws ReadError `damaged` without any, `too-large`.
 */
export function readDocuments(ofd: OfdPackage, tally: Tally): OfdDocument[] {
  const entry = ofd.findPart("/OFD.xml", "");
  const bodies = childElements(entry?.root ?? null, "DocBody");
  tallyBeside(bodies, tally);
  const roots = new Set(bodies.map((body) => textOf(findChild(body, "DocRoot") ?? "")));
  const documents = [...roots].flatMap((location) => {
    const part = ofd.findPart(location, entry!.path);
    if (part === null) tally.add(location);
    return part === null ? [] : [readDocument(ofd, part, tally)];
  });
  if (documents.length === 0) throw new ReadError("damaged", { format: "ofd", detail: "no document" });
  return documents;
}

function tallyBeside(holders: readonly XmlElement[], tally: Tally): void {
  for (const child of holders.flatMap((holder) => childElements(holder)))
    if (BESIDE.includes(child.name)) tally.add(child.name);
}

function readDocument(ofd: OfdPackage, { path, root }: Part, tally: Tally): OfdDocument {
  tallyBeside([root], tally);
  const common = findChild(root, "CommonData");
  const pages = childElements(findChild(root, "Pages"), "Page");
  return {
    path,
    resources: readResources(ofd, { path, root: common ?? root }, ["PublicRes", "DocumentRes"], new Map(), tally),
    size: findPageSize(common, "PageArea") ?? A4,
    pages: pages.map((page) => page.attributes.BaseLoc ?? ""),
    findTemplate: createTemplateFinder(ofd, path, childElements(common, "TemplatePage")),
  };
}

/** The size that an area states: its physical box (§7.5). */
export function findPageSize(holder: XmlElement | null, name: string): PageSize | null {
  const box = findNumbers(textOf(findDescendant(holder, name, "PhysicalBox") ?? ""), 4);
  return box && box[2]! > 0 && box[3]! > 0 ? [box[2]!, box[3]!] : null;
}

function createTemplateFinder(ofd: OfdPackage, path: string, templates: readonly XmlElement[]) {
  const locations = new Map(templates.map(({ attributes }) => [attributes.ID, attributes.BaseLoc]));
  const read = new Map<string, Part | null>();
  return (id: string): Part | null => {
    const location = locations.get(id);
    if (!read.has(id)) read.set(id, location === undefined ? null : ofd.findPart(location, path));
    return read.get(id) ?? null;
  };
}
