import type { PublishedResponsibility } from "../../../schemas/published-standard.ts";
import type { Responsibility, Role } from "../../../schemas/responsibility.ts";

/** The roles as a table names them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  lead: "牵头",
  responsible: "责任",
  support: "配合",
  supervise: "监督指导",
};

/** `牵头：县住建局；配合：县公安局、县民政局`. */
export const writeResponsibilities = (
  responsibilities: readonly (PublishedResponsibility | Responsibility)[],
): string =>
  responsibilities
    .map(({ role, units }) => `${ROLE_WORDS[role]}：${units.map((unit) => nameOf(unit)).join("、")}`)
    .join("；");

const nameOf = (unit: string | { readonly name: string }): string => (typeof unit === "string" ? unit : unit.name);

/** `合格4；一般5；良好6`; empty where a row has no grades. */
export const writeGrades = (grades: Readonly<Record<string, number>> | null): string =>
  Object.entries(grades ?? {})
    .map(([name, points]) => `${name}：${points}分`)
    .join("；");
