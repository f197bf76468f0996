import type { Change, Direction, Relation } from "../../../schemas/change.ts";

/** The common direction of the changes: null where none has one, `other` where they disagree. */
export function commonDirection(changes: readonly Change[]): Direction | null {
  const directions = new Set(changes.map(({ direction }) => direction));
  const strict = directions.has("stricter");
  const loose = directions.has("looser");
  if (strict && loose) return "other";
  if (strict) return "stricter";
  if (loose) return "looser";
  return directions.size > 0 ? "other" : null;
}

/** More is asked (`stricter`) for a positive amount, less for a negative one. */
export const directionOf = (amount: number): Direction => (amount > 0 ? "stricter" : amount < 0 ? "looser" : "other");

/** The relation of an entry that one side lacks. */
export const oneSided = (template: unknown): Relation => (template === null ? "added" : "removed");
