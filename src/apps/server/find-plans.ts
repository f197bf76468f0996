import type { DocumentRecord } from "../../../schemas/document-record.ts";
import type { Plan } from "../../../schemas/plan.ts";
import type { Store } from "../../store/store.ts";
import { Refusal } from "./problem-codes.ts";

/** @throws Refusal `not-found` */
export async function findDocument(store: Store, id: string): Promise<DocumentRecord> {
  const document = await store.documents.find(id);
  if (!document) throw new Refusal("not-found", { what: "document", id });
  return document;
}

/** The plan as it stands now: the machine's, with what people corrected. @throws Refusal `not-found` */
export async function findPlan(store: Store, id: string): Promise<Plan> {
  const found = await store.documents.findCorrectedPlan(id);
  if (!found) throw new Refusal("not-found", { what: "document", id });
  return found.plan;
}
