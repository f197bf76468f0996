import { z } from "zod";
import { evidence } from "./evidence.ts";

/** A document that the plan names: `implements` for what it rests on (根据/为贯彻落实), `cites` for the rest. */
export const Basis = z.object({
  title: z.string(),
  documentNumber: z.string().nullable(),
  relation: z.enum(["implements", "cites"]),
  evidence,
});
export type Basis = z.infer<typeof Basis>;
