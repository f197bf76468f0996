import type { Found } from "./find-inputs.ts";
import { say, type Wording } from "./language.ts";
import type { ProgressLine } from "./progress-line.ts";

/** One line for each argument that comes to no file; says whether there was one. */
export function reportMissing(found: readonly Found[], progress: ProgressLine, wording: Wording): boolean {
  const missing = found.filter(({ inputs }) => inputs === null || inputs.length === 0);
  for (const { argument, inputs } of missing) {
    const code = inputs === null ? "not-found" : "nothing-found";
    progress.print(`${argument}: ${say({ code, facts: {} }, wording)}`);
  }
  return missing.length > 0;
}
