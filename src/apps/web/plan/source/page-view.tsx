import { useEffect, useRef, useState } from "preact/hooks";
import type { Block } from "../../../../../schemas/block.ts";
import { pageUrl } from "../../api/documents.ts";
import { useWords } from "../../app/language.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { LitBoxes } from "./lit-boxes.tsx";
import type { PageSize } from "./page-sizes.ts";
import { PageWords } from "./page-words.tsx";

interface PageViewProps {
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly guess: PageSize;
  /** In pixels. */
  readonly width: number;
}

/** Few different scales, so that pictures are drawn once and found in the cache after that. */
const scaleFor = (width: number, size: PageSize): number =>
  Math.min(3, Math.max(1, Math.ceil(((width * devicePixelRatio) / size.width) * 2) / 2));

/** One page: its words at once, its picture over them as soon as it is drawn, and what is lit up over both. */
export function PageView({ page, blocks, guess, width }: PageViewProps) {
  const words = useWords(planWords);
  const { document: record } = useDesk();
  const [size, setSize] = useState(guess);
  const [state, setState] = useState<"loading" | "drawn" | "failed">("loading");
  const picture = useRef<HTMLImageElement>(null);
  const [scale] = useState(() => scaleFor(width, guess));
  useEffect(() => {
    const image = picture.current;
    // A page that is scrolled away from must not be waited for.
    return () => image?.removeAttribute("src");
  }, []);
  return (
    <figure
      class={`page-sheet ${state}`}
      data-page={page}
      data-width={size.width}
      data-height={size.height}
      style={{ width: `${width}px`, height: `${(width * size.height) / size.width}px` }}
    >
      <PageWords blocks={blocks} size={size} width={width} />
      {state !== "failed" && (
        <img
          ref={picture}
          src={pageUrl(record.id, page, scale)}
          alt={words.pageAlt(page)}
          decoding="async"
          onLoad={({ currentTarget: image }) => {
            setSize({ width: image.naturalWidth / scale, height: image.naturalHeight / scale });
            // Loaded is not painted yet: the words stay until the picture can take their place.
            void image.decode().then(
              () => setState("drawn"),
              () => {},
            );
          }}
          onError={() => setState("failed")}
        />
      )}
      <LitBoxes page={page} size={size} />
      <figcaption>{state === "failed" ? words.pageFailed(page) : page}</figcaption>
    </figure>
  );
}
