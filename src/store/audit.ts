import { AuditEvent } from "../../schemas/audit-event.ts";
import { cleanText } from "./clean-text.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import type { Audit } from "./service-parts.ts";
import type { Database } from "./tables.ts";

export const createAudit = (database: Database): Audit => ({
  record: async ({ actor, action, subject, detail }) => {
    await database
      .insertInto("audit_events")
      .values({ actor: cleanText(actor), action, subject: cleanText(subject), detail: JSON.stringify(detail) })
      .execute();
  },
  list: async (filter, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["number"]);
    const rows = await database
      .selectFrom("audit_events")
      .selectAll()
      .$if(filter.actor !== undefined, (each) => each.where("actor", "=", filter.actor!))
      .$if(filter.action !== undefined, (each) => each.where("action", "=", filter.action!))
      .$if(filter.subject !== undefined, (each) => each.where("subject", "=", filter.subject!))
      .$if(key !== null, (each) => each.where("id", "<", Number(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => AuditEvent.parse(row),
    );
  },
  removeBefore: async (before) => {
    const { numDeletedRows } = await database
      .deleteFrom("audit_events")
      .where("at", "<", before.toISOString())
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
