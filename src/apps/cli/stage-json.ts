import type { Stages } from "../../../pipelines/digitise.ts";
import type { StageName } from "./explain-stages.ts";

const VALUES: Readonly<Record<StageName, (stages: Stages) => unknown>> = {
  blocks: ({ plan }) => plan.blocks,
  outline: ({ outline: { document: _document, ...outline } }) => outline,
  facts: ({ facts }) => facts,
  findings: ({ plan }) => ({ findings: plan.findings, messages: plan.messages }),
};

/** The values of one stage as JSON, or of several by name. A text block stands as its number: its text is in `blocks`. */
export function stageJson(stages: Stages, names: readonly StageName[]): string {
  const values = Object.fromEntries(names.map((name) => [name, VALUES[name](stages)]));
  return JSON.stringify(names.length === 1 ? values[names[0]!] : values, shortenBlock, 2);
}

const shortenBlock = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "runs" in value && "id" in value ? value.id : value;
