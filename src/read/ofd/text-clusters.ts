import { childElements, type XmlElement } from "../../core/xml/xml-node.ts";
import { findNumber } from "./numbers.ts";

/** Characters drawn as one, and how many steps lie between them and the next. */
export interface Cluster {
  readonly text: string;
  readonly steps: number;
}

/** A ligature joins three characters, seldom four; larger counts are a trap. */
const MOST_JOINED = 8;

interface Substitution {
  readonly codes: number;
  readonly glyphs: number;
}

/**
 * Parts a text object's texts into clusters, commonly one a character. Where a CGTransform (GB/T 33190-2016 §11.4) draws
 * several characters with fewer glyphs (`ffi`), or one with more, its glyphs are what the steps count.
 */
export function findClusters(object: XmlElement, texts: readonly string[]): Cluster[][] {
  const substitutions = readSubstitutions(object);
  let position = 0;
  return texts.map((text) => {
    const characters = [...text];
    const clusters: Cluster[] = [];
    for (let at = 0; at < characters.length; ) {
      const { codes, glyphs } = substitutions.get(position + at) ?? { codes: 1, glyphs: 1 };
      clusters.push({ text: characters.slice(at, at + codes).join(""), steps: glyphs });
      at += codes;
    }
    position += characters.length;
    return clusters;
  });
}

/** Those that change the count, by the position of their first character; all others draw one glyph a character. */
function readSubstitutions(object: XmlElement): Map<number, Substitution> {
  return new Map(
    childElements(object, "CGTransform").flatMap(({ attributes }) => {
      const position = findNumber(attributes.CodePosition) ?? 0;
      const codes = findNumber(attributes.CodeCount) ?? 1;
      const glyphs = findNumber(attributes.GlyphCount) ?? 1;
      const isOne = Math.min(codes, glyphs) === 1 && codes !== glyphs && Math.max(codes, glyphs) <= MOST_JOINED;
      return isOne && Number.isInteger(codes) && Number.isInteger(glyphs)
        ? [[position, { codes, glyphs }] as const]
        : [];
    }),
  );
}
