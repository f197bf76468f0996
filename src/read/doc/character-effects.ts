import { type FormattedRun, findRun } from "./formatted-runs.ts";
import { isOn, listModifiers, type Modifier } from "./modifiers.ts";
import { findPlace, type Piece } from "./pieces.ts";

/** What a character's properties do to it. */
export interface Effect {
  /** Hidden, or deleted in a tracked change. */
  readonly isDropped: boolean;
  /** The sign of a symbol font that a `(` stands for. */
  readonly sign: FontSign | null;
  /** Where the Data stream describes the picture or form field of the character. */
  readonly data: number | null;
}

/** A sign by the number of its font and its code there. */
export interface FontSign {
  readonly font: number;
  readonly code: number;
}

export interface Effects {
  readonly isDropped: (position: number) => boolean;
  readonly effectAt: (position: number) => Effect;
}

type Change = (effect: Effect, modifier: Modifier) => Partial<Effect>;

/** MS-DOC 2.6.1: deleted in a tracked change, hidden (129 is "not as the style"), a symbol, a picture or form field. */
const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0x0800, ({ isDropped }, modifier) => ({ isDropped: isDropped || isOn(modifier) })],
  [0x083c, ({ isDropped }, { operand }) => ({ isDropped: isDropped || (operand.getUint8(0) & 1) !== 0 })],
  [0x6a09, (_, { operand }) => ({ sign: { font: operand.getUint16(0, true), code: operand.getUint16(2, true) } })],
  [0x6a03, (_, { operand }) => ({ data: operand.getUint32(0, true) })],
]);

const NONE: Effect = { isDropped: false, sign: null, data: null };

/** Tells what properties do to each character; runs and pieces are in order. */
export function createEffects(pieces: readonly Piece[], runs: readonly FormattedRun[]): Effects {
  const known = new Map<Uint8Array, Effect>();
  const effectOf = (properties: Uint8Array): Effect => {
    if (properties.length === 0) return NONE;
    const effect = known.get(properties) ?? readEffect(properties);
    known.set(properties, effect);
    return effect;
  };
  const dropped = new Uint8Array(pieces.at(-1)?.end ?? 0);
  for (const piece of pieces) {
    if (effectOf(piece.changes).isDropped) dropped.fill(1, piece.start, piece.end);
    for (const { properties, start, end } of overlaps(piece, runs)) {
      if (effectOf(properties).isDropped) dropped.fill(1, start, end);
    }
  }
  const effectAt = (position: number): Effect => {
    const { place } = findPlace(pieces, position);
    const run = runs[findRun(runs, place)];
    return run && run.start <= place ? effectOf(run.properties) : NONE;
  };
  return { isDropped: (position) => dropped[position] === 1, effectAt };
}

function readEffect(properties: Uint8Array): Effect {
  let effect = NONE;
  for (const modifier of listModifiers(properties)) {
    effect = { ...effect, ...CHANGES.get(modifier.code)?.(effect, modifier) };
  }
  return effect;
}

/** The runs within a piece, as character positions. */
function* overlaps({ start, end, offset, width }: Piece, runs: readonly FormattedRun[]) {
  const last = offset + (end - start) * width;
  for (let index = findRun(runs, offset); index < runs.length && runs[index]!.start < last; index++) {
    const run = runs[index]!;
    const toPosition = (place: number) => start + Math.ceil((Math.min(Math.max(place, offset), last) - offset) / width);
    yield { properties: run.properties, start: toPosition(run.start), end: toPosition(run.end) };
  }
}
