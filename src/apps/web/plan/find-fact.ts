import type { Box, Evidence } from "../../../../schemas/evidence.ts";
import type { FactPlace } from "./list-facts.ts";

/** Finds the fact that a reader points at in the source. */
export interface FactFinder {
  readonly inText: (block: number, offset: number | null) => string | null;
  /** `x` and `y` in points from the page's top left. */
  readonly onPage: (page: number, x: number, y: number) => string | null;
}

interface Spot {
  readonly path: string;
  readonly evidence: Evidence;
}

/** Bodies and headings stand within other facts, findings upon them: they are meant only where nothing else is. */
const isSecondary = (path: string): boolean => /^(?:units|sections|findings|header$)/u.test(path);

export function createFactFinder(facts: readonly FactPlace[]): FactFinder {
  const spots = facts.flatMap(({ path, evidence }) => evidence.map((each) => ({ path, evidence: each })));
  const byBlock = Map.groupBy(spots, ({ evidence }) => evidence.block);
  const byPage = Map.groupBy(spots, ({ evidence }) => evidence.page);
  return {
    inText: (block, offset) => {
      const here = byBlock.get(block) ?? [];
      const hit = offset === null ? here : here.filter(({ evidence }) => covers(evidence, offset));
      return nearest(hit.length > 0 ? hit : here, lengthOf);
    },
    onPage: (page, x, y) =>
      nearest(
        (byPage.get(page) ?? []).filter(({ evidence: { bbox } }) => bbox !== null && isWithin(bbox, x, y)),
        areaOf,
      ),
  };
}

/** The smallest of them: a target's clause, not the chapter around it. */
function nearest(spots: readonly Spot[], sizeOf: (evidence: Evidence) => number): string | null {
  const primary = spots.filter(({ path }) => !isSecondary(path));
  const of = primary.length > 0 ? primary : spots;
  const [first] = of.toSorted((a, b) => sizeOf(a.evidence) - sizeOf(b.evidence));
  return first?.path ?? null;
}

const covers = ({ start, end }: Evidence, offset: number): boolean => offset >= start && offset <= end;
const lengthOf = ({ start, end }: Evidence): number => end - start;
const SLACK = 2;
const isWithin = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean =>
  x >= x0 - SLACK && x <= x1 + SLACK && y >= y0 - SLACK && y <= y1 + SLACK;
const areaOf = ({ bbox }: Evidence): number => (bbox ? (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]) : 0);
