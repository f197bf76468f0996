import type { AuditEvent } from "../../../schemas/audit-event.ts";
import type { Store } from "../../store/store.ts";
import type { Request } from "./http.ts";

/** Every write leaves its event: who did what to which thing. */
export const recordWrite = (
  store: Store,
  { actor }: Pick<Request, "actor">,
  action: string,
  subject: string,
  detail: AuditEvent["detail"] = {},
): Promise<void> => store.audit.record({ actor: actor!.id, action, subject, detail });
