import type { Evidence } from "../../../../../schemas/evidence.ts";
import type { PageSize } from "./page-sizes.ts";
import { useLit } from "./use-lit.tsx";

const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/** A frame within another one says nothing more. */
function isWithin(inner: Evidence, outer: Evidence): boolean {
  if (inner === outer || !inner.bbox || !outer.bbox) return false;
  const [x0, y0, x1, y1] = inner.bbox;
  const [left, top, right, bottom] = outer.bbox;
  return (
    x0 >= left - 1 &&
    y0 >= top - 1 &&
    x1 <= right + 1 &&
    y1 <= bottom + 1 &&
    (x1 - x0) * (y1 - y0) < (right - left) * (bottom - top)
  );
}

/** Frames around the words on this page that prove the fact that is lit up. */
export function LitBoxes({ page, size }: { readonly page: number; readonly size: PageSize }) {
  const lit = useLit((evidence) => evidence.page === page && evidence.bbox !== null);
  return (
    <>
      {lit
        .filter((each) => !lit.some((other) => isWithin(each, other)))
        .map(({ block, start, bbox }) => {
          const [x0, y0, x1, y1] = bbox!;
          return (
            <span
              key={`${block}-${start}`}
              class="lit-box"
              style={{
                left: share(x0, size.width),
                top: share(y0, size.height),
                width: share(x1 - x0, size.width),
                height: share(y1 - y0, size.height),
              }}
            />
          );
        })}
    </>
  );
}
