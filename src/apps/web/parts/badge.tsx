import type { ComponentChildren } from "preact";

export type BadgeTone = "plain" | "good" | "warn" | "bad" | "info";

/** A small word beside a thing; its meaning never hangs on its colour alone. */
export const Badge = ({
  tone = "plain",
  title,
  children,
}: {
  readonly tone?: BadgeTone;
  readonly title?: string;
  readonly children: ComponentChildren;
}) => (
  <span class={`badge ${tone}`} title={title}>
    {children}
  </span>
);
