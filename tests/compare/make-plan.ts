import type { Facts, Plan } from "../../schemas/plan.ts";
import { factsOf } from "../check/make-plan.ts";

/** A plan with nothing in it but what a test gives. */
export const makePlan = (given: Partial<Facts> & { readonly id?: string } = {}): Plan => {
  const { id = "plan", ...facts } = given;
  return {
    schema: "plan/1",
    id,
    source: {
      fileName: `${id}.txt`,
      mediaType: "text/plain",
      sha256: "0".repeat(64),
      byteLength: 0,
      pageCount: null,
      reader: "text",
      ocr: false,
    },
    ...factsOf(facts),
    findings: [],
    messages: [],
    blocks: [],
  };
};
