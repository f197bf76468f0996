import { useMemo, useRef } from "preact/hooks";
import { useWords } from "../../app/language.tsx";
import { Near } from "../../parts/near.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { chunkItems, listSourceItems, type SourceItem } from "../source-items.ts";
import { MarkedText } from "./marked-text.tsx";
import { placeInText } from "./place-in-text.ts";
import { scrollToBlock } from "./scroll-to-block.ts";
import { SourceTable } from "./source-table.tsx";
import { usePointing } from "./use-pointing.tsx";

/** The clean text of a file without pages, in stretches of which only those near are there. */
export function TextSource() {
  const words = useWords(planWords);
  const { plan, finder } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => chunkItems(listSourceItems(plan.blocks)), [plan.blocks]);
  const pointing = usePointing(
    scroller,
    (event) => {
      const place = placeInText(event);
      return place && finder.inText(place.block, place.offset);
    },
    ({ evidence }) => evidence[0] && scrollToBlock(scroller.current!, evidence[0].block),
  );
  return (
    <Scroller label={words.sourceLabel} class="source-scroller" element={scroller}>
      <div class="paper" {...pointing}>
        {chunks.map(({ items, firstBlock, lastBlock, height }) => (
          <Near key={firstBlock} height={height} data-first-block={firstBlock} data-last-block={lastBlock}>
            {() => items.map(renderItem)}
          </Near>
        ))}
      </div>
    </Scroller>
  );
}

const renderItem = (item: SourceItem) =>
  item.kind === "table" ? (
    <SourceTable key={item.rows.flat()[0]!.id} rows={item.rows} />
  ) : (
    <p key={item.block.id}>
      <MarkedText block={item.block} />
    </p>
  );
