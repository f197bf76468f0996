import { childElements, textOf, type XmlElement } from "../../core/xml/xml-node.ts";
import type { Tally } from "../tally.ts";
import type { OfdPackage, Part } from "./open-ofd.ts";

/** Fonts, drawing parameters and composite objects by their ID, which is unique in a document (GB/T 33190-2016 §7.9). */
export type Resources = ReadonlyMap<string, XmlElement>;

/** Reads the resource files that an element of a part names, and adds them to those known; what is not there is counted. */
export function readResources(
  ofd: OfdPackage,
  { path, root }: Part,
  names: readonly string[],
  known: Resources,
  tally: Tally,
): Resources {
  const locations = childElements(root).filter((child) => names.includes(child.name));
  if (locations.length === 0) return known;
  const added = new Map(known);
  for (const location of new Set(locations.map(textOf))) {
    const part = ofd.findPart(location, path);
    if (part === null) tally.add(location);
    for (const resource of childElements(part?.root ?? null).flatMap((group) => childElements(group)))
      if (resource.attributes.ID !== undefined) added.set(resource.attributes.ID, resource);
  }
  return added;
}
