import type { ComponentChildren } from "preact";
import { type MutableRef, useEffect } from "preact/hooks";

/** A named region that scrolls; it can be reached by keyboard, or what is beyond its edge could not. */
export function Scroller({
  label,
  element,
  class: className,
  children,
}: {
  readonly label: string;
  readonly element: MutableRef<HTMLDivElement | null>;
  readonly class: string;
  readonly children: ComponentChildren;
}) {
  useEffect(() => {
    if (element.current) element.current.tabIndex = 0;
  }, [element]);
  return (
    <section class={className} ref={element} aria-label={label}>
      {children}
    </section>
  );
}
