import type { Block } from "../../../../../schemas/block.ts";
import type { PageSize } from "./page-sizes.ts";

const LARGEST = 22;
const LEADING = 1.35;

/** The page's words where they stand, set so small that each block fits its box: seen until the picture is there. */
export function PageWords({
  blocks,
  size,
  width,
}: {
  readonly blocks: readonly Block[];
  readonly size: PageSize;
  readonly width: number;
}) {
  const scale = width / size.width;
  return (
    <div class="page-words">
      {blocks.map(({ id, text, bbox }) => {
        if (!bbox) return null;
        const [x0, y0, x1, y1] = bbox;
        const fits = Math.sqrt(((x1 - x0) * (y1 - y0)) / (Math.max(1, text.length) * LEADING));
        return (
          <bdi
            key={id}
            class="file-text"
            style={{
              left: `${x0 * scale}px`,
              top: `${y0 * scale}px`,
              width: `${(x1 - x0) * scale}px`,
              maxHeight: `${(y1 - y0) * scale + 2}px`,
              fontSize: `${Math.min(LARGEST, fits, y1 - y0) * scale}px`,
            }}
          >
            {text}
          </bdi>
        );
      })}
    </div>
  );
}
