import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { hasScope } from "../api/session.ts";
import { useWords } from "../app/language.tsx";
import { readPlace, setQuery, usePlace } from "../app/location.tsx";
import { useMe } from "../app/session.tsx";
import { ApproveDialog } from "../review/approve-dialog.tsx";
import { CommentDialog } from "../review/comment-dialog.tsx";
import { KeyboardReview } from "../review/keyboard-review.tsx";
import { KeysDialog } from "../review/keys-dialog.tsx";
import { planWords } from "../words/plan.ts";
import { createJudge } from "./certainty.ts";
import { DeskContext, type DeskDialog, type PlanDesk, type Side } from "./desk.tsx";
import { FactsPane } from "./facts/facts-pane.tsx";
import { tabOfFact } from "./facts/tabs.tsx";
import { createFactFinder } from "./find-fact.ts";
import { listFacts } from "./list-facts.ts";
import type { OpenPlan } from "./open-plan.ts";
import { PlanHead } from "./plan-head.tsx";
import { PagesSource } from "./source/pages-source.tsx";
import { TextSource } from "./source/text-source.tsx";
import { createSpotlight, type Spotlight } from "./spotlight.ts";

export function PlanDeskView({ open, reload }: { readonly open: OpenPlan; readonly reload: () => void }) {
  const words = useWords(planWords);
  const me = useMe();
  const [editing, edit] = useState<string | null>(null);
  const [dialog, openDialog] = useState<DeskDialog>(null);
  const [pane, setPane] = useState<Side>("facts");
  const { spotlight, ...index } = useIndex(open);
  useChosenFact(spotlight);
  const panes = useRef<HTMLDivElement>(null);
  const show = (path: string, side: Side): void => {
    const isShown = panes.current?.querySelector(`.facts [data-fact="${CSS.escape(path)}"]`);
    setQuery({ fact: path, ...(isShown ? {} : { tab: tabOfFact(path) }) }, { replace: isShown !== null });
    setPane(side);
  };
  const desk: PlanDesk = {
    ...open,
    ...index,
    spotlight,
    canReview: hasScope(me, "review"),
    editing,
    edit,
    show,
    openDialog,
    reload,
  };
  const hasPages = open.plan.blocks.some(({ page }) => page !== null);
  return (
    <DeskContext.Provider value={desk}>
      <div class="plan-view">
        <PlanHead />
        <fieldset class="pane-switch" aria-label={words.panes}>
          {(["source", "facts"] as const).map((name) => (
            <button key={name} type="button" class="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
              {name === "source" ? words.sourceLabel : words.factsLabel}
            </button>
          ))}
        </fieldset>
        <div class={`panes show-${pane}`} ref={panes}>
          {hasPages ? <PagesSource /> : <TextSource />}
          <FactsPane />
        </div>
        <KeyboardReview isQuiet={dialog !== null} />
        {dialog === "keys" && <KeysDialog />}
        {dialog === "approve" && <ApproveDialog />}
        {dialog !== null && typeof dialog === "object" && <CommentDialog fact={dialog.commentOn} />}
      </div>
    </DeskContext.Provider>
  );
}

/** What is found out once for a plan: where its facts stand, and how sure each is. The spotlight stays while values change. */
function useIndex({ plan, corrections }: OpenPlan) {
  const places = useMemo(() => {
    const listed = listFacts(plan);
    return { facts: new Map(listed.map((fact) => [fact.path, fact])), finder: createFactFinder(listed) };
  }, [plan]);
  const judge = useMemo(() => createJudge(plan, corrections), [plan, corrections]);
  const spotlight = useMemo(() => createSpotlight(places.facts), [plan.id]);
  const certaintyOf = (path: string) => {
    const fact = places.facts.get(path);
    return fact ? judge(fact) : null;
  };
  return { ...places, certaintyOf, spotlight };
}

/** The fact of the address is lit up: from a link, and on the way back. A key pressed since the last drawing has the last word. */
function useChosenFact(spotlight: Spotlight): void {
  const { query } = usePlace();
  const fact = query.get("fact");
  useEffect(() => {
    const now = readPlace().query.get("fact");
    if (spotlight.chosen() !== now) spotlight.choose(now, "link");
  }, [fact, spotlight]);
}
