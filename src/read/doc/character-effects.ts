import { type FormattedRun, findRun } from "./formatted-runs.ts";
import { isOn, listModifiers, type Modifier } from "./modifiers.ts";
import type { Piece } from "./pieces.ts";

/** What character properties do to the text, by character position. */
export interface CharacterEffects {
  /** 1 where a character is hidden or its deletion is tracked. */
  readonly dropped: Uint8Array;
  /** A sign of a symbol font that stands for the character `(`. */
  readonly symbols: ReadonlyMap<number, FontSign>;
  /** Where the Data stream describes a picture or a form field. */
  readonly places: ReadonlyMap<number, number>;
}

/** A sign by the number of its font and its code there. */
export interface FontSign {
  readonly font: number;
  readonly code: number;
}

interface RunEffect {
  readonly dropped: boolean;
  readonly symbol: FontSign | null;
  readonly place: number | null;
}

type Change = (effect: RunEffect, modifier: Modifier) => Partial<RunEffect>;

/** MS-DOC 2.6.1: deleted in a tracked change, hidden (129 is "not as the style"), a symbol, a picture or form field. */
const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0x0800, ({ dropped }, modifier) => ({ dropped: dropped || isOn(modifier) })],
  [0x083c, ({ dropped }, { operand }) => ({ dropped: dropped || (operand.getUint8(0) & 1) !== 0 })],
  [0x6a09, (_, { operand }) => ({ symbol: readSymbol(operand) })],
  [0x6a03, (_, { operand }) => ({ place: operand.getUint32(0, true) })],
]);

const readSymbol = (operand: DataView): FontSign => ({
  font: operand.getUint16(0, true),
  code: operand.getUint16(2, true),
});

/** Finds what properties do to each character; runs and pieces are in order. */
export function findEffects(pieces: readonly Piece[], runs: readonly FormattedRun[]): CharacterEffects {
  const effects = {
    dropped: new Uint8Array(pieces.at(-1)?.end ?? 0),
    symbols: new Map<number, FontSign>(),
    places: new Map<number, number>(),
  };
  const known = new Map<FormattedRun, RunEffect>();
  for (const piece of pieces) {
    const whole = effectOf(piece.changes);
    if (whole.dropped) effects.dropped.fill(1, piece.start, piece.end);
    for (const { run, start, end } of overlaps(piece, runs)) {
      const effect = known.get(run) ?? effectOf(run.properties);
      known.set(run, effect);
      if (effect.dropped) effects.dropped.fill(1, start, end);
      if (effect.symbol) for (let at = start; at < end; at++) effects.symbols.set(at, effect.symbol);
      if (effect.place !== null) effects.places.set(start, effect.place);
    }
  }
  return effects;
}

function effectOf(properties: Uint8Array): RunEffect {
  let effect: RunEffect = { dropped: false, symbol: null, place: null };
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
    yield { run, start: toPosition(run.start), end: toPosition(run.end) };
  }
}
