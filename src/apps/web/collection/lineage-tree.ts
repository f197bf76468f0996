import type { Lineage, LineagePlan } from "../../../../schemas/lineage.ts";

/** A plan with those that rest on it. */
export interface LineageNode {
  readonly plan: LineagePlan;
  readonly children: readonly LineageNode[];
  /** How many issues of it there are, itself counted. */
  readonly versions: number;
}

export interface LineageForest {
  /** Trees of two plans and more, the greatest first. */
  readonly trees: readonly LineageNode[];
  readonly alone: readonly LineagePlan[];
}

const RANK = ["national", "province", "prefecture", "county", "zone", "township"];
const rankOf = ({ level }: LineagePlan): number => (level === null ? RANK.length : RANK.indexOf(level));

const sizeOf = ({ children }: LineageNode): number => 1 + children.reduce((sum, child) => sum + sizeOf(child), 0);

/** Puts each plan below the one that it rests on; one whose chain leads back to itself stands as a root. */
export function growForest({ plans, versions }: Lineage): LineageForest {
  const known = new Set(plans.map(({ id }) => id));
  const below = Map.groupBy(plans, ({ id, template, chain }) =>
    template !== null && known.has(template) && !chain.includes(id) ? template : null,
  );
  const issues = new Map(versions.flatMap((group) => group.map((id) => [id, group.length] as const)));
  const grow = (plan: LineagePlan): LineageNode => ({
    plan,
    versions: issues.get(plan.id) ?? 1,
    children: (below.get(plan.id) ?? []).toSorted((a, b) => rankOf(a) - rankOf(b)).map(grow),
  });
  const roots = (below.get(null) ?? []).map(grow);
  return {
    trees: roots.filter(({ children }) => children.length > 0).toSorted((a, b) => sizeOf(b) - sizeOf(a)),
    alone: roots.flatMap(({ plan, children }) => (children.length === 0 ? [plan] : [])),
  };
}
