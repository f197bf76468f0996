import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const SETTLE_MILLIS = 60;

/**
 * Holds a place of the guessed height, and its content only while it is within two screens of view. What was measured once is
 * kept, so that nothing jumps when it goes.
 */
export function Near({
  height,
  class: className,
  children,
  ...data
}: {
  readonly height: number;
  readonly class?: string;
  readonly children: () => ComponentChildren;
  readonly [data: `data-${string}`]: string | number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [measured, setMeasured] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current!;
    let timer = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        const isIn = entries.at(-1)!.isIntersecting;
        clearTimeout(timer);
        timer = window.setTimeout(() => {
          if (!isIn && element.offsetHeight > 0) setMeasured(element.offsetHeight);
          setNear(isIn);
        }, SETTLE_MILLIS);
      },
      { root: element.closest("[data-scroller]"), rootMargin: "200% 0px" },
    );
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={box} class={className} style={isNear ? {} : { height: `${measured ?? height}px` }} {...data}>
      {isNear && children()}
    </div>
  );
}
