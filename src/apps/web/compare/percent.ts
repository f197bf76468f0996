/** `0.9375` → `93.8%`; a share that has no meaning is `—`. */
export const percent = (share: number | null): string =>
  share === null ? "—" : `${Number((share * 100).toFixed(1))}%`;
