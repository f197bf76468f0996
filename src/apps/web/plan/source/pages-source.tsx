import { useMemo, useRef } from "preact/hooks";
import { useWords } from "../../app/language.tsx";
import { Near } from "../../parts/near.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { useWidth } from "../../parts/use-width.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { guessPageSize } from "./page-sizes.ts";
import { PageView } from "./page-view.tsx";
import { placeOnPage } from "./place-on-page.ts";
import { scrollToBox } from "./scroll-to-box.ts";
import { usePointing } from "./use-pointing.tsx";

const WIDEST = 980;
const MARGIN = 24;

/** The pages of a file as pictures, one below the other; only those near are there. */
export function PagesSource() {
  const words = useWords(planWords);
  const { plan, finder } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const width = Math.min(WIDEST, useWidth(scroller) - MARGIN);
  const pages = useMemo(() => {
    const byPage = Map.groupBy(plan.blocks, ({ page }) => page);
    const count = Math.max(plan.source.pageCount ?? 0, ...plan.blocks.map(({ page }) => page ?? 0));
    return Array.from({ length: count }, (_, index) => {
      const blocks = byPage.get(index + 1) ?? [];
      return { page: index + 1, blocks, size: guessPageSize(blocks) };
    });
  }, [plan]);
  const pointing = usePointing(
    scroller,
    (event) => {
      const place = placeOnPage(event);
      return place && finder.onPage(place.page, place.x, place.y);
    },
    ({ evidence }) => {
      const first = evidence.find(({ page }) => page !== null);
      if (first) scrollToBox(scroller.current!, first);
    },
  );
  return (
    <Scroller label={words.sourceLabel} class="source-scroller" element={scroller}>
      <div class="pages" {...pointing}>
        {width > 0 &&
          pages.map(({ page, blocks, size }) => (
            <Near key={page} height={(width * size.height) / size.width + 14} data-page-slot={page}>
              {() => <PageView page={page} blocks={blocks} guess={size} width={width} />}
            </Near>
          ))}
      </div>
    </Scroller>
  );
}
