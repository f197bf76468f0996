import { z } from "zod";
import { evidence } from "./evidence.ts";

/** The members of a body, as a 领导小组成员名单 names them. */
export const Roster = z.object({
  title: z.string(),
  members: z.array(
    z.object({
      role: z.string().nullable(),
      name: z.string(),
      position: z.string().nullable(),
      evidence,
    }),
  ),
  evidence,
});
export type Roster = z.infer<typeof Roster>;
