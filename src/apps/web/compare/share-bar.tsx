import { percent } from "./percent.ts";

/** A share from 0 to 1 as a bar with its number beside it. */
export const ShareBar = ({ share, label }: { readonly share: number | null; readonly label: string }) => (
  <span class="share">
    {share !== null && (
      <span class="share-track" role="img" aria-label={`${label} ${percent(share)}`}>
        <span class="share-fill" style={{ width: `${share * 100}%` }} />
      </span>
    )}
    <b>{percent(share)}</b>
  </span>
);
