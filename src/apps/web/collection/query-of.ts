import type { DocumentQuery } from "../../../../schemas/document-record.ts";
import type { Level } from "../../../../schemas/header.ts";

/** What of the collection's address narrows the list. */
export const FILTERS = ["text", "jurisdiction", "level", "issuer", "year", "approved"] as const;

const LEVELS: readonly Level[] = ["national", "province", "prefecture", "county", "township", "zone"];

/** `?text=垃圾&year=2021` → what the API is asked; what it would refuse is left out. */
export function queryOf(query: URLSearchParams): Partial<DocumentQuery> {
  const level = LEVELS.find((each) => each === query.get("level"));
  const year = query.get("year");
  const approved = query.get("approved");
  const text = (name: "text" | "jurisdiction" | "issuer"): Partial<DocumentQuery> => {
    const value = query.get(name)?.trim();
    return value ? { [name]: value } : {};
  };
  return {
    ...text("text"),
    ...text("jurisdiction"),
    ...text("issuer"),
    ...(level && { level }),
    ...(year && /^\d{4}$/u.test(year) && { issuedFrom: year, issuedTo: year }),
    ...((approved === "true" || approved === "false") && { approved: approved === "true" }),
    order: query.get("order") === "issued" ? "issued" : "added",
  };
}
