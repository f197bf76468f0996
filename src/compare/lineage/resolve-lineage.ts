import type { Lineage, LineageLink, LineagePlan } from "../../../schemas/lineage.ts";
import { chooseTemplate } from "./choose-template.ts";
import { type CollectionIndex, indexCollection } from "./collection-index.ts";
import { findVersions } from "./find-versions.ts";
import type { LineageSource } from "./lineage-source.ts";
import { resolveBasis } from "./resolve-basis.ts";

/**
 * How the plans of a collection rest on each other: what each basis entry names, each plan's template with the chain
 * above it (county → city → province → nation), and the issues of one plan in order. Plans of one id are one plan. The
 * cost grows with the number of plans and of their basis entries.
 */
export function resolveLineage(given: readonly LineageSource[]): Lineage {
  const byId = new Map(given.map((plan) => [plan.id, plan]));
  const plans = [...byId.values()];
  const index = indexCollection(plans);
  const links = new Map(plans.map((plan) => [plan.id, linksOf(plan, index)]));
  const templates = new Map(
    plans.map((plan) => [plan.id, chooseTemplate(plan, links.get(plan.id) ?? [], (id) => byId.get(id))?.id ?? null]),
  );
  return {
    schema: "lineage/1",
    plans: plans.map((plan) => placePlan(plan, templates)),
    links: [...links.values()].flat(),
    versions: findVersions(plans).map((issues) => issues.map(({ id }) => id)),
  };
}

const linksOf = (plan: LineageSource, index: CollectionIndex): LineageLink[] =>
  plan.basis.map((basis) => ({
    from: plan.id,
    basis: basis.title,
    relation: basis.relation,
    ...resolveBasis(index, plan, basis),
  }));

function placePlan({ id, header }: LineageSource, templates: ReadonlyMap<string, string | null>): LineagePlan {
  return {
    id,
    title: header.title ?? header.noticeTitle,
    documentNumber: header.documentNumber,
    jurisdiction: header.jurisdiction.name,
    level: header.jurisdiction.level,
    issuedOn: header.issuedOn,
    template: templates.get(id) ?? null,
    chain: chainOf(id, templates),
  };
}

/** Every step up is to a lower rung, so the chain ends. */
function chainOf(id: string, templates: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (let next = templates.get(id); next; next = templates.get(next)) chain.push(next);
  return chain;
}
