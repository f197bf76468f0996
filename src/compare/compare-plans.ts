import type { Comparison, PlanReference } from "../../schemas/comparison.ts";
import type { Plan } from "../../schemas/plan.ts";
import { compareRows } from "./compare-rows.ts";
import { compareStandards } from "./compare-standards.ts";
import { standardMessages } from "./comparison-messages.ts";
import { compareDeadlines } from "./facts/compare-deadlines.ts";
import { comparePhases } from "./facts/compare-phases.ts";
import { compareResponsibilities } from "./facts/compare-responsibilities.ts";
import { compareTargets } from "./facts/compare-targets.ts";
import { findComparisonFindings } from "./findings/find-comparison-findings.ts";
import { ownNames } from "./own-names.ts";
import { rowsOfTasks } from "./rows/row.ts";
import { summarise } from "./summarise.ts";

/** Sets a local plan against a template, or any plan against any other: every row, task and fact of both is in it. */
export function comparePlans(template: Plan, local: Plan): Comparison {
  const names = ownNames([template, local]);
  const standards = compareStandards(template, local, names);
  const parts = {
    standards: standards.pairs,
    targets: compareTargets(template.targets, local.targets),
    phases: comparePhases(template.phases, local.phases),
    tasks: compareRows({ template: rowsOfTasks(template), local: rowsOfTasks(local), ownNames: names }),
    deadlines: compareDeadlines(template.deadlines, local.deadlines),
    responsibilities: compareResponsibilities(template, local),
  };
  return {
    schema: "comparison/1",
    template: referenceOf(template),
    local: referenceOf(local),
    ...parts,
    summary: summarise(parts),
    findings: findComparisonFindings(parts, template, local),
    messages: [...standardMessages(template, "template"), ...standardMessages(local, "local"), ...standards.messages],
  };
}

const referenceOf = ({ id, header }: Plan): PlanReference => ({ id, title: header.title });
