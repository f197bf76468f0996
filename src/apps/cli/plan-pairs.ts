import { resolve } from "node:path";
import type { Plan } from "../../../schemas/plan.ts";
import { resolveLineage } from "../../compare/lineage/resolve-lineage.ts";
import type { Input } from "./find-inputs.ts";
import type { Said } from "./language.ts";
import type { PlanLoader } from "./load-plans.ts";

/** Two plans to set side by side; of two versions, the older is the template. */
export interface PlanPair {
  readonly template: Plan;
  readonly local: Plan;
}

export type PairingMode = "named" | "auto" | "versions";

/** What paths came to: pairs, or why there are none; `failed` where a file of several had to be left out. */
export type Pairing =
  | { readonly pairs: readonly PlanPair[]; readonly failed: boolean }
  | { readonly said: Said | null };

/** Finds which plans to compare: the first with each of the others, each with the one that it rests on, or with its next version. */
export async function pairPlans(paths: readonly string[], mode: PairingMode, loader: PlanLoader): Promise<Pairing> {
  return mode === "named" ? pairNamed(paths, loader) : pairCollection(paths, mode, loader);
}

async function pairNamed([first, ...others]: readonly string[], loader: PlanLoader): Promise<Pairing> {
  const templates = await loader.find([first!]);
  const locals = await loader.find(others);
  if (templates.inputs.length > 1) return { said: { code: "one-template", facts: { count: templates.inputs.length } } };
  if (templates.inputs.length === 0) return { said: null };
  if (locals.inputs.length === 0)
    return { said: locals.missing ? null : { code: "too-few-plans", facts: { expected: 2, came: 1 } } };
  const [head, ...rest] = await loader.load([
    ...templates.inputs,
    ...withoutTemplate(locals.inputs, templates.inputs[0]!),
  ]);
  const template = head!.plan;
  if (!template) return { said: null };
  const pairs = rest.flatMap(({ plan }) => (plan ? [{ template, local: plan }] : []));
  if (pairs.length === 0) return { said: null };
  return { pairs, failed: locals.missing || pairs.length < rest.length };
}

/** A template may lie in the folder of its local plans; named alone, it is compared with itself. */
function withoutTemplate(locals: readonly Input[], template: Input): readonly Input[] {
  const others = locals.filter(
    ({ path, entry }) => resolve(path) !== resolve(template.path) || entry !== template.entry,
  );
  return others.length > 0 ? others : locals;
}

async function pairCollection(
  paths: readonly string[],
  mode: Exclude<PairingMode, "named">,
  loader: PlanLoader,
): Promise<Pairing> {
  const { inputs, missing } = await loader.find(paths);
  const loaded = await loader.load(inputs);
  const plans = loaded.flatMap(({ plan }) => (plan ? [plan] : []));
  if (plans.length === 0) return { said: null };
  const pairs = mode === "auto" ? pairByBasis(plans) : pairVersions(plans);
  const code = mode === "auto" ? "no-template-found" : "no-versions-found";
  if (pairs.length === 0) return { said: { code, facts: { count: plans.length } } };
  return { pairs, failed: missing || plans.length < loaded.length };
}

function pairByBasis(plans: readonly Plan[]): PlanPair[] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return resolveLineage(plans).plans.flatMap(({ id, template }) => {
    const [local, above] = [byId.get(id), template === null ? undefined : byId.get(template)];
    return local && above ? [{ template: above, local }] : [];
  });
}

function pairVersions(plans: readonly Plan[]): PlanPair[] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return resolveLineage(plans).versions.flatMap((issues) =>
    issues.slice(1).map((id, index) => ({ template: byId.get(issues[index]!)!, local: byId.get(id)! })),
  );
}
