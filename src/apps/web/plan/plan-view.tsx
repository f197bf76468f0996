import "./plan.css";
import "../review/review.css";
import { useEffect, useMemo } from "preact/hooks";
import { readDocument, readPlan } from "../api/documents.ts";
import { listComments, listCorrections } from "../api/reviews.ts";
import { useLoad } from "../api/use-load.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { harmless } from "../parts/harmless.ts";
import { LoadedView } from "../parts/loaded-view.tsx";
import type { OpenPlan } from "./open-plan.ts";
import { PlanDeskView } from "./plan-desk-view.tsx";

/** A plan beside its source. */
export function PlanView({ parts }: { readonly parts: RouteParts }) {
  const id = parts.id!;
  const loaded = useLoad(
    async (signal): Promise<OpenPlan> => {
      const [document, plan, corrections, comments] = await Promise.all([
        readDocument(id, signal),
        readPlan(id, true, signal),
        listCorrections(id, signal),
        listComments(id, signal),
      ]);
      return { document, plan, corrections, comments };
    },
    ["plan", id],
  );
  const title = loaded.value?.plan.header.title ?? loaded.value?.document.fileName;
  useEffect(() => {
    if (title) document.title = harmless(title);
    return () => {
      document.title = "方案 Fangan";
    };
  }, [title]);
  const reload = useMemo(() => loaded.reload, [loaded.reload]);
  return <LoadedView of={loaded}>{(open) => <PlanDeskView open={open} reload={reload} />}</LoadedView>;
}
