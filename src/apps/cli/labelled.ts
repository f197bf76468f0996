import type { Label } from "../../publish/comparison/labels.ts";
import type { Wording } from "./language.ts";

/** A label in the language asked for: `标准`, `Standards`, or `标准 Standards`. */
export const labelled = ({ zh, en }: Label, wording: Wording): string =>
  wording === "both" ? `${zh} ${en}` : wording === "zh" ? zh : en;
