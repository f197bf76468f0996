import type { ComponentChildren, RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** A named region that scrolls; it can be reached by keyboard, or what is beyond its edge could not. */
export function Scroller({
  label,
  element,
  class: className,
  children,
}: {
  readonly label: string;
  readonly element: RefObject<HTMLDivElement | null>;
  readonly class: string;
  readonly children: ComponentChildren;
}) {
  useEffect(() => {
    if (element.current) element.current.tabIndex = 0;
  }, [element]);
  return (
    <section class={className} ref={element} aria-label={label} data-scroller>
      {children}
    </section>
  );
}
