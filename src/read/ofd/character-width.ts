/** Widths in em of a kind of characters: in a common Western font, and the widest of common fonts. */
interface Kind {
  readonly of: RegExp;
  readonly usual: number;
  readonly widest: number;
}

/** From Times New Roman and wider faces. The first kind that fits a character counts; all others fill the em. */
const KINDS: readonly Kind[] = [
  { of: /[ \u00a0fijlrtI.,:;'|!()[\]{}/\\\-`]/u, usual: 0.3, widest: 0.55 },
  { of: /[‘’“”…·–]/u, usual: 0.45, widest: 1 },
  { of: /[mwMW%@&]/u, usual: 0.85, widest: 1.05 },
  { of: /[A-Z]/u, usual: 0.65, widest: 0.85 },
  { of: /[\u0021-\u2012\u2015-\u2bff]/u, usual: 0.5, widest: 0.8 },
];
const FULL: Kind = { of: /./u, usual: 1, widest: 1 };
/** Chinese fonts draw ASCII half as wide as an ideograph, all else as wide. */
const HALF = 0.5;
/** A step this much longer than the widest form leaves no gap that a reader sees. */
const SLACK = 0.08;
/** A shorter step (em) is no advance: the character is drawn on the one before. */
const SHORTEST_STEP = 0.1;
const WESTERN =
  /times|arial|helvet|calibri|cambria|georgia|courier|roman|serif|sans|liberation|dejavu|tahoma|verdana/iu;

export const isWesternFont = (name: string): boolean => WESTERN.test(name) && !/\p{Script=Han}/u.test(name);

/**
 * How wide a text is in em, for fonts are mostly not in the file. A step to the next character (em, null where it is not
 * known) that leaves no gap is the width itself.
 */
export function widthOf(text: string, step: number | null, isWestern: boolean): number {
  let natural = 0;
  let most = 0;
  for (const character of text) {
    const kind = KINDS.find(({ of }) => of.test(character)) ?? FULL;
    const width = isWestern ? kind.usual : character < "\u0080" ? HALF : 1;
    natural += width;
    most += kind === FULL ? width : Math.max(width, kind.widest + SLACK);
  }
  return step !== null && step >= SHORTEST_STEP && step <= most ? step : natural;
}
