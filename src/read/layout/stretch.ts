/** A stretch along one direction, in points. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The smallest stretch that holds them all; of none, one from +∞ to −∞. */
export const around = (all: readonly Stretch[]): Stretch => ({
  from: all.reduce((least, { from }) => Math.min(least, from), Infinity),
  to: all.reduce((most, { to }) => Math.max(most, to), -Infinity),
});

export const widthOf = ({ from, to }: Stretch): number => to - from;

export const middleOf = ({ from, to }: Stretch): number => (from + to) / 2;

/** How much of both stretches is common; negative where they lie apart. */
export const overlapOf = (a: Stretch, b: Stretch): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);
