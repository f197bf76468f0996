import { ReadError } from "../../core/outcome.ts";
import { parseXml } from "../../core/xml/parse-xml.ts";
import type { XmlElement } from "../../core/xml/xml-node.ts";
import { openZip, type ZipArchive } from "../../core/zip.ts";
import { OFD } from "./ofd-vocabulary.ts";

/** An XML file of the package; `path` is its name in the zip. */
export interface Part {
  readonly path: string;
  readonly root: XmlElement;
}

/** An opened package. */
export interface OfdPackage {
  /**
   * The part at a location (ST_Loc, GB/T 33190-2016 §7.3) that the part `from` names; null where it is missing, or
   * damaged: the rest of the package can still be read.
   * @throws ReadError `too-large`.
   */
  readonly findPart: (location: string, from: string) => Part | null;
}

/** The entry of an encrypted package beside OFD.xml (GM/T 0099-2020, appendix C). */
const ENCRYPTED = /^encryptions\.xml$/iu;

/**
 * Opens an OFD package.
 * @throws ReadError `encrypted`, `damaged` (not a zip), `too-large`.
 */
export function openOfd(bytes: Uint8Array): OfdPackage {
  const zip = openZip(bytes);
  if (zip.names.some((name) => ENCRYPTED.test(name))) throw new ReadError("encrypted", { format: "ofd" });
  // Windows programs take no care of case.
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  return {
    findPart: (location, from) => {
      const path = candidates(location, from).flatMap((name) => names.get(name.toLowerCase()) ?? [])[0];
      return path === undefined ? null : findWhole(zip, path);
    },
  };
}

function findWhole(zip: ZipArchive, path: string): Part | null {
  try {
    const content = zip.find(path);
    return content && { path, root: parseXml(content, path, OFD) };
  } catch (error) {
    if (error instanceof ReadError && error.reason.code === "damaged") return null;
    throw error;
  }
}

/** A location counts from the root where it begins with `/`, else from its part's folder; some producers mean the root. */
function candidates(location: string, from: string): string[] {
  const clean = location.trim().replaceAll("\\", "/");
  if (clean.startsWith("/")) return [resolve(clean)];
  return [resolve(`${from.slice(0, from.lastIndexOf("/") + 1)}${clean}`), resolve(clean)];
}

/** The zip name without `.` and `..`; one that climbs out of the package stays in it. */
function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
