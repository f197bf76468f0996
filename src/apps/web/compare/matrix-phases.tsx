import { useEffect, useState } from "preact/hooks";
import type { MatrixPlan } from "../../../../schemas/matrix.ts";
import { columnName } from "../../../publish/comparison/matrix-tables.ts";
import { readPhases } from "../api/comparisons.ts";
import { useWords } from "../app/language.tsx";
import { compareWords } from "../words/compare.ts";
import { type Lane, PhaseAxis } from "./phase-axis.tsx";

/** The phases of all plans on one axis, a lane a plan; plans come one after another. */
export function MatrixPhases({ plans }: { readonly plans: readonly MatrixPlan[] }) {
  const words = useWords(compareWords);
  const lanes = useLanes(plans);
  return (
    <section class="panel stack" aria-label={words.timeLine}>
      <h2>{words.timeLine}</h2>
      {lanes.length < plans.length && <p role="status">{words.loadingPhases(lanes.length, plans.length)}</p>}
      <PhaseAxis lanes={lanes} />
    </section>
  );
}

const AT_ONCE = 6;

function useLanes(plans: readonly MatrixPlan[]): readonly Lane[] {
  const [lanes, setLanes] = useState<readonly Lane[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const load = async (): Promise<void> => {
      for (let at = 0; at < plans.length && !gone.signal.aborted; at += AT_ONCE) {
        const more = await Promise.all(plans.slice(at, at + AT_ONCE).map((plan) => laneOf(plan, gone.signal)));
        if (!gone.signal.aborted) setLanes((old) => [...old, ...more]);
      }
    };
    setLanes([]);
    void load();
    return () => gone.abort();
  }, [plans]);
  return lanes;
}

/** A plan that was deleted since has an empty lane. */
async function laneOf(plan: MatrixPlan, signal: AbortSignal): Promise<Lane> {
  const phases = await readPhases(plan.id, signal).catch(() => []);
  const side = plan.isTemplate ? "template" : "local";
  return { label: columnName(plan), bars: phases.map((phase) => ({ side, phase })) };
}
