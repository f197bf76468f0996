import { CLOSING, HAN, OPENING } from "./character-kinds.ts";
import type { Stretch } from "./measure-strip.ts";

/** Side bearing of letters, digits and marks (em). */
const BEARING = 0.08;
/** Neighbours nearer than this (em) touch. */
const TOUCHING = 0.22;

/**
 * Gives each character its share of the line, tight to its ink.
 * @param left where the cell begins, in pixels: the first character's box reaches no further.
 */
export function placeCharacters(
  texts: readonly string[],
  inked: readonly Stretch[],
  em: number,
  left: number,
): readonly Stretch[] {
  const places = texts.map((text, index) => {
    const room = { from: inked[index - 1]?.to ?? left, to: inked[index + 1]?.from ?? Number.POSITIVE_INFINITY };
    return spread(text, em, inked[index]!, room);
  });
  return closeGaps(places, em);
}

/**
 * The share of the line that belongs to a character: a full-width mark's ink stands at one side of its em box, which
 * reaches as far as its room does.
 */
function spread(text: string, em: number, { from, to }: Stretch, room: Stretch): Stretch {
  const middle = (from + to) / 2;
  if (HAN.test(text)) return { from: middle - em / 2, to: middle + em / 2 };
  const bearing = BEARING * em;
  const [start, end] = [from - bearing, to + bearing];
  if (CLOSING.test(text)) return { from: start, to: Math.max(to, Math.min(start + em, room.to - bearing)) };
  if (OPENING.test(text)) return { from: Math.min(from, Math.max(end - em, room.from + bearing)), to: end };
  return { from: start, to: end };
}

/** Neighbours that nearly touch or overlap a little meet half-way. */
function closeGaps(places: readonly Stretch[], em: number): Stretch[] {
  const closed = places.map((place) => ({ ...place }));
  closed.forEach((place, index) => {
    const next = closed[index + 1];
    if (!next || Math.abs(next.from - place.to) > TOUCHING * em) return;
    const meeting = (place.to + next.from) / 2;
    if (meeting <= place.from || meeting >= next.to) return;
    place.to = meeting;
    next.from = meeting;
  });
  return closed;
}
