import type { Block } from "../../../../../schemas/block.ts";
import { cutText } from "../cut-text.ts";
import { useLit } from "./use-lit.tsx";

/** A block's words, those lit up marked. */
export function MarkedText({ block }: { readonly block: Block }) {
  const lit = useLit((evidence) => evidence.block === block.id);
  return (
    <bdi class="file-text" data-block={block.id}>
      {lit.length === 0
        ? block.text
        : cutText(block.text, lit).map(({ text, isLit }) => (isLit ? <mark class="lit">{text}</mark> : text))}
    </bdi>
  );
}
