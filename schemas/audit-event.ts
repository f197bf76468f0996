import { z } from "zod";

/** One write: who did what to which thing. `detail` holds no secret and no file content. */
export const AuditEvent = z.object({
  id: z.int().positive(),
  at: z.iso.datetime(),
  /** `key:<id>`, `local` (loopback without keys), `cli`, `service`. */
  actor: z.string(),
  /** `document.delete`, `key.create` … */
  action: z.string(),
  /** The id of the thing. */
  subject: z.string(),
  detail: z.record(z.string(), z.json()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;
