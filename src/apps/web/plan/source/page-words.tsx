import type { Block } from "../../../../../schemas/block.ts";
import { harmless } from "../../parts/harmless.ts";
import type { PageSize } from "./page-sizes.ts";

const LARGEST = 22;
const LEADING = 1.35;

const ONE_LINE = 26;

/** The size in points at which so many characters fit a box: on one line where it is no higher, else over several. */
function fittingSize(width: number, height: number, length: number): number {
  const most = Math.min(LARGEST, height / LEADING);
  if (height < ONE_LINE) return Math.min(most, width / Math.max(1, length));
  return Math.min(most, 0.88 * Math.sqrt((width * height) / (Math.max(1, length) * LEADING)));
}

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
        return (
          <bdi
            key={id}
            class="file-text"
            style={{
              left: `${x0 * scale}px`,
              top: `${y0 * scale}px`,
              width: `${(x1 - x0) * scale}px`,
              maxHeight: `${(y1 - y0) * scale + 2}px`,
              fontSize: `${fittingSize(x1 - x0, y1 - y0, text.length) * scale}px`,
            }}
          >
            {harmless(text)}
          </bdi>
        );
      })}
    </div>
  );
}
