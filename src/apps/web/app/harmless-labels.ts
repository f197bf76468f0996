import { options, type VNode } from "preact";
import { harmless } from "../parts/harmless.ts";

const LABELS = ["aria-label", "aria-description", "title", "alt", "placeholder"];

/** Every label of the page may hold words of a file: from here on, none turns them over. */
export function keepLabelsHarmless(): void {
  const before = options.vnode;
  options.vnode = (node) => {
    before?.(node);
    if (typeof node.type === "string") mendLabels(node);
  };
}

function mendLabels({ props }: VNode): void {
  const given = props as Record<string, unknown>;
  for (const label of LABELS) {
    const words = given[label];
    if (typeof words === "string") given[label] = harmless(words);
  }
}
