import type { Plan } from "../../schemas/plan.ts";
import type { PublishedStandard } from "../../schemas/published-standard.ts";

/** A file to hand out: `name` is safe as a file name, without folders. */
export interface PublishedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What every publisher is given; `standards` are those of the plan, with their ids. */
export interface Publication {
  readonly plan: Plan;
  readonly standards: readonly PublishedStandard[];
  readonly stem: string;
}

const encoder = new TextEncoder();

/** A file of text, as UTF-8. */
export const textFile = (name: string, mediaType: string, text: string): PublishedFile => ({
  name,
  mediaType,
  bytes: encoder.encode(text),
});

/** JSON for people and machines: two spaces, a line end last. */
export const jsonFile = (name: string, value: unknown): PublishedFile =>
  textFile(name, "application/json", `${JSON.stringify(value, null, 2)}\n`);

/** One file a standard: `NAME.standard.csv`, or `NAME.standard-1.csv`, `-2` … where a plan has several. */
export const standardFiles = (
  { standards, stem }: Publication,
  ending: string,
  write: (standard: PublishedStandard, name: string) => PublishedFile,
): PublishedFile[] =>
  standards.map((standard, at) => {
    const mark = standards.length > 1 ? `-${at + 1}` : "";
    return write(standard, `${stem}.standard${mark}.${ending}`);
  });
