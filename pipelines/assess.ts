import type { Assessment } from "../schemas/assessment.ts";
import type { Plan } from "../schemas/plan.ts";
import type { PublishedStandard } from "../schemas/published-standard.ts";
import { assess } from "../src/assess/assess.ts";
import { AssessError } from "../src/assess/assess-error.ts";
import { chooseStandard, findStandards } from "../src/assess/find-standard.ts";
import { readFilled } from "../src/assess/read/read-filled.ts";
import { readJson } from "../src/core/read-json.ts";
import { createStandards } from "../src/publish/standard/create-standard.ts";
import { readPlan } from "./publish.ts";

/** A file as it was given: its bytes, and its name, which is never trusted. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * Assesses a filled sheet: standard → filled lines → assessment; one for each sheet of a workbook.
 * @param standard a standard/1 JSON, a plan JSON, or a source file to digitise.
 * @param filled JSON, CSV or XLSX.
 * @throws AssessError where there is no standard or no filled sheet, ReadError where a file cannot be read.
 */
export async function assessFile(standard: GivenFile, filled: GivenFile): Promise<Assessment[]> {
  const standards = await readStandards(standard);
  return readFilled(filled.bytes).map((sheet) => assess(chooseStandard(standards, sheet)!, sheet));
}

/**
 * Assesses a filled sheet by the standards of a plan.
 * @throws AssessError as `assessFile`.
 */
export function assessSheets(plan: Plan, filled: Uint8Array): Assessment[] {
  const standards = createStandards(plan);
  if (standards.length === 0) throw new AssessError("no-standard");
  return readFilled(filled).map((sheet) => assess(chooseStandard(standards, sheet)!, sheet));
}

/** The standards of a standard/1 JSON, a plan JSON or a source file, at least one. */
export async function readStandards({ bytes, fileName }: GivenFile): Promise<PublishedStandard[]> {
  const standards = findStandards(readJson(bytes)) ?? createStandards(await readPlan(bytes, fileName));
  if (standards.length === 0) throw new AssessError("no-standard");
  return standards;
}
