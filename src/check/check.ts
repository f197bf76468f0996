import type { Finding } from "../../schemas/finding.ts";
import type { Facts } from "../../schemas/plan.ts";
import type { Outline } from "../core/outline.ts";

/** What a check says: its code comes from the table in `index.ts`, its sentence from code and facts. */
export type FindingDraft = Pick<Finding, "severity" | "facts" | "evidence">;

/** Looks at a plan's facts, and at the outline for their proof; silent where the fault is not provable. */
export type Check = (facts: Facts, outline: Outline) => FindingDraft[];
