import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../../app/language.tsx";
import { setQuery, usePlace } from "../../app/location.tsx";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { intoView } from "../source/scroll-to-block.ts";
import { type TabName, tabOfFact, tabsOf } from "./tabs.tsx";

/** The tab of the address; a link to a fact alone opens the tab that shows it. */
export function useTabName(): TabName {
  const { query } = usePlace();
  const { plan } = useDesk();
  const fact = query.get("fact");
  const tabs = tabsOf(plan);
  const wanted = query.get("tab") ?? (fact ? tabOfFact(fact) : "overview");
  return tabs.find(({ name }) => name === wanted)?.name ?? "overview";
}

/** The facts, tab by tab; pointing at one lights up its words, wherever it is shown. */
export function FactsPane() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  const name = useTabName();
  const scroller = useRef<HTMLDivElement>(null);
  const tabs = tabsOf(plan);
  const { View } = tabs.find((tab) => tab.name === name)!;
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [name]);
  usePointingAtFacts(scroller, name);
  useLighting(scroller, name);
  return (
    <section class="facts" aria-label={words.factsLabel}>
      <nav class="tabs" aria-label={words.factsLabel}>
        {tabs.map((tab) => (
          <a
            key={tab.name}
            href={`?tab=${tab.name}`}
            aria-current={tab.name === name ? "page" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              setQuery({ tab: tab.name, fact: null });
            }}
          >
            {words.tabs[tab.name]}
            {tab.count(plan) !== null && <span class="count"> {tab.count(plan)}</span>}
          </a>
        ))}
      </nav>
      <div ref={scroller} class="facts-scroller" data-scroller>
        <View />
      </div>
    </section>
  );
}

const factOf = (target: EventTarget | null): string | null =>
  (target as Element | null)?.closest<HTMLElement>("[data-fact]")?.dataset.fact ?? null;

const isControl = (target: EventTarget | null): boolean =>
  (target as Element | null)?.closest("a, button, input, select, textarea, label") != null;

/** Whatever of a fact is pointed at, by pointer or by focus, means the fact; a click keeps it lit up. */
function usePointingAtFacts(scroller: { readonly current: HTMLElement | null }, tab: TabName): void {
  const { spotlight } = useDesk();
  useEffect(() => {
    const pane = scroller.current!;
    const point = ({ target }: Event) => spotlight.point(factOf(target), "facts");
    const leave = () => spotlight.point(null, "facts");
    const choose = ({ target }: Event): void => {
      const fact = factOf(target);
      if (fact === null || isControl(target) || getSelection()?.isCollapsed === false) return;
      spotlight.choose(fact, "facts");
      setQuery({ fact, tab }, { replace: true });
    };
    const calls = { mouseover: point, focusin: point, mouseleave: leave, click: choose };
    for (const [name, call] of Object.entries(calls)) pane.addEventListener(name, call);
    return () => {
      for (const [name, call] of Object.entries(calls)) pane.removeEventListener(name, call);
    };
  }, [spotlight, tab]);
}

/** Marks the fact that is lit up, and brings it into view where it was pointed at elsewhere. */
function useLighting(scroller: { readonly current: HTMLElement | null }, tab: TabName): void {
  const { spotlight } = useDesk();
  useEffect(() => {
    const follow = (): void => {
      const pane = scroller.current!;
      for (const old of pane.querySelectorAll("[data-lit]")) old.removeAttribute("data-lit");
      const lit = spotlight.lit();
      if (!lit) return;
      const found = pane.querySelectorAll<HTMLElement>(`[data-fact="${CSS.escape(lit.path)}"]`);
      for (const fact of found) fact.setAttribute("data-lit", "");
      if (found[0] && lit.from !== "facts") intoView(pane, found[found.length - 1]!);
    };
    follow();
    return spotlight.follow(follow);
  }, [spotlight, tab]);
}
