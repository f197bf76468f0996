import { z } from "zod";

/** `lead` 牵头, `responsible` 责任/负责, `support` 配合/参与/协同, `supervise` 监督指导/督导. */
export const Role = z.enum(["lead", "responsible", "support", "supervise"]);
export type Role = z.infer<typeof Role>;

/** One bracket, cell or clause that gives bodies a role; `units` as printed, in order. */
export const Responsibility = z.object({
  role: Role,
  units: z.array(z.string().min(1)).min(1),
});
export type Responsibility = z.infer<typeof Responsibility>;
