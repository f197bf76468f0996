import type { Tally } from "../tally.ts";
import { createEffects } from "./character-effects.ts";
import { findRun, readCharacterRuns, readParagraphRuns } from "./formatted-runs.ts";
import { listModifiers } from "./modifiers.ts";
import type { Optional } from "./optional.ts";
import { createListing, type ParagraphProperties, readParagraphProperties } from "./paragraph-properties.ts";
import type { Characters } from "./paragraphs.ts";
import { findPlace, type Piece, readCharacters, readPieces } from "./pieces.ts";
import { readSectionEnds } from "./sections.ts";
import { type FindStyle, readStyles } from "./styles.ts";
import { createSymbolNames } from "./symbols.ts";
import { viewOf } from "./view.ts";
import type { WordFile } from "./word-file.ts";

/**
 * Reads all characters of a file and what their properties make of them.
 * @throws ReadError `damaged`, `too-large`; RangeError where text or properties lie outside the file.
 */
export function createCharacters(file: WordFile, tally: Tally, optional: Optional): Characters {
  const { document, data, part } = file;
  const pieces = readPieces(part("pieces"));
  const effects = createEffects(pieces, readCharacterRuns(part("characters"), document));
  const styles = optional(
    "styles",
    () => readStyles(part("styles")),
    () => null,
  );
  const nameSymbol = createSymbolNames(
    optional("fonts", () => part("fonts"), new Uint8Array()),
    tally,
  );
  const sections = optional("sections", () => readSectionEnds(part("sections"), document), new Map());
  return {
    text: readCharacters(pieces, document),
    data,
    isDropped: effects.isDropped,
    findSymbol: (position) => {
      const { sign } = effects.effectAt(position);
      return sign ? nameSymbol(sign) : null;
    },
    findData: (position) => effects.effectAt(position).data,
    findSectionEnd: (position) => sections.get(position) ?? null,
    propertiesAt: createPropertiesAt(file, pieces, styles),
  };
}

/** A paragraph has the properties of the place where its mark is stored. */
function createPropertiesAt(
  file: WordFile,
  pieces: readonly Piece[],
  findStyle: FindStyle,
): Characters["propertiesAt"] {
  const runs = readParagraphRuns(file.part("paragraphs"), file.document);
  const listAll = createListing(file.data);
  return (position): ParagraphProperties => {
    const { piece, place } = findPlace(pieces, position);
    const run = runs[findRun(runs, place)];
    const properties = run && run.start <= place && run.properties.length >= 2 ? run.properties : NORMAL;
    const style = viewOf(properties).getUint16(0, true);
    const own = [...listAll(properties.subarray(2)), ...listModifiers(piece.changes)];
    return readParagraphProperties(style, findStyle(style), own);
  };
}

/** Style number 0, and nothing that differs from it. */
const NORMAL = new Uint8Array(2);
