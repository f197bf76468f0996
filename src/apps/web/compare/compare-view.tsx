import { useState } from "preact/hooks";
import { createComparisons, createMatrix, type MadeComparison } from "../api/comparisons.ts";
import { readDocument } from "../api/documents.ts";
import { useLoad } from "../api/use-load.tsx";
import { useWords } from "../app/language.tsx";
import { navigate, setQuery, usePlace } from "../app/location.tsx";
import { useAct } from "../parts/use-act.tsx";
import { compareWords } from "../words/compare.ts";
import { type Choice, readChoice, withLocal, withoutPlan, withTemplate, writeChoice } from "./choice.ts";
import { ChosenPlans } from "./chosen-plans.tsx";
import { MadeList } from "./made-list.tsx";
import { PlanPicker } from "./plan-picker.tsx";
import { RecentComparisons } from "./recent-comparisons.tsx";
import "./compare.css";

/** Picks a template and local plans; the choice stands in the address. */
export function CompareView() {
  const words = useWords(compareWords);
  const choice = readChoice(usePlace().query);
  const names = usePlanNames(choice);
  const { isMaking, made, makeComparisons, makeMatrix } = useMaking(choice);
  const choose = (next: Choice): void => setQuery(writeChoice(next), { replace: true });
  const canCompare = choice.template !== null && choice.locals.length > 0 && !isMaking;
  const canMatrix = choice.locals.length + (choice.template === null ? 0 : 1) >= 2 && !isMaking;
  return (
    <div class="page compare">
      <h1>{words.title}</h1>
      <p class="muted">{words.intro}</p>
      <div class="plan-picker">
        <PlanPicker
          choice={choice}
          onTemplate={(id) => choose(withTemplate(choice, id))}
          onLocal={(id) => choose(withLocal(choice, id))}
        />
        <div class="stack">
          <ChosenPlans choice={choice} names={names} onTakeAway={(id) => choose(withoutPlan(choice, id))} />
          <div class="row">
            <button type="button" class="button primary" disabled={!canCompare} onClick={makeComparisons}>
              {words.makeComparisons}
            </button>
            <button type="button" class="button" disabled={!canMatrix} onClick={makeMatrix}>
              {words.makeMatrix}
            </button>
            <span role="status">{isMaking && words.making}</span>
          </div>
          {made && <MadeList made={made} names={names} />}
        </div>
      </div>
      <RecentComparisons />
    </div>
  );
}

/** One comparison opens at once; several are listed. */
function useMaking(choice: Choice) {
  const { isActing, act } = useAct();
  const [made, setMade] = useState<readonly MadeComparison[] | null>(null);
  const makeComparisons = () =>
    act(async () => {
      const comparisons = await createComparisons(choice.template!, choice.locals);
      if (comparisons.length === 1) navigate(`/comparisons/${comparisons[0]!.id}`);
      else setMade(comparisons);
    });
  const makeMatrix = () =>
    act(async () => {
      const { id } = await createMatrix(choice.template, choice.locals);
      navigate(`/matrices/${id}`);
    });
  return { isMaking: isActing, made, makeComparisons, makeMatrix };
}

/** The titles of the chosen plans, by id; a plan that is gone has none. */
function usePlanNames({ template, locals }: Choice): ReadonlyMap<string, string> {
  const ids = [...(template === null ? [] : [template]), ...locals];
  const { value } = useLoad(
    async (signal) => {
      const records = await Promise.all(ids.map((id) => readDocument(id, signal).catch(() => null)));
      return records.flatMap((record) => (record ? [[record.id, record.title ?? record.fileName] as const] : []));
    },
    [ids],
  );
  return new Map(value ?? []);
}
