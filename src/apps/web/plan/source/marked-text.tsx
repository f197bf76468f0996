import type { Block } from "../../../../../schemas/block.ts";
import { harmless } from "../../parts/harmless.ts";
import { cutText } from "../cut-text.ts";
import { useLit } from "./use-lit.tsx";

/** A block's words, those lit up marked. */
export function MarkedText({ block }: { readonly block: Block }) {
  const lit = useLit((evidence) => evidence.block === block.id);
  const words = harmless(block.text);
  return (
    <bdi class="file-text" data-block={block.id}>
      {lit.length === 0
        ? words
        : cutText(words, lit).map(({ text, isLit }) => (isLit ? <mark class="lit">{text}</mark> : text))}
    </bdi>
  );
}
