import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Certainty } from "./certainty.ts";
import type { FactFinder } from "./find-fact.ts";
import type { FactPlace } from "./list-facts.ts";
import type { OpenPlan } from "./open-plan.ts";
import type { Spotlight } from "./spotlight.ts";

export type Side = "source" | "facts";
/** `commentOn` is the fact that a remark is to be made on; null for the whole plan. */
export type DeskDialog = "keys" | "approve" | { readonly commentOn: string | null } | null;

/** What every part of the plan's view shares. */
export interface PlanDesk extends OpenPlan {
  readonly facts: ReadonlyMap<string, FactPlace>;
  readonly finder: FactFinder;
  readonly spotlight: Spotlight;
  readonly certaintyOf: (path: string) => Certainty | null;
  readonly canReview: boolean;
  /** The fact whose editor is open. */
  readonly editing: string | null;
  readonly edit: (path: string | null) => void;
  /** Shows a fact: its tab, and on a narrow screen the side that is asked for. */
  readonly show: (path: string, side: Side) => void;
  readonly openDialog: (dialog: DeskDialog) => void;
  readonly reload: () => void;
}

export const DeskContext = createContext<PlanDesk | null>(null);

export function useDesk(): PlanDesk {
  const desk = useContext(DeskContext);
  if (!desk)
    throw new Error("expected to be within a plan's view, came outside of it: wrap it in DeskContext.Provider");
  return desk;
}
