import type { TokenDiff } from "../../../../schemas/change.ts";
import { harmless } from "../parts/harmless.ts";

/** A row's words as one side reads them: struck out or underlined beside their colour where the other side has not got them. */
export const DiffText = ({ diff, side }: { readonly diff: TokenDiff; readonly side: "removed" | "added" }) => (
  <bdi class="file-text diff">
    {diff
      .filter(({ kind }) => kind === "same" || kind === side)
      .map(({ kind, text }) => ({ kind, text: harmless(text) }))
      .map(({ kind, text }, index) =>
        kind === "same" ? text : side === "removed" ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>,
      )}
  </bdi>
);
