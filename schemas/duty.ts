import { z } from "zod";
import { evidence } from "./evidence.ts";

/** Who does what, body by body (职责分工: `市房产局：负责…`). */
export const Duty = z.object({
  units: z.array(z.string()).min(1),
  text: z.string(),
  evidence,
});
export type Duty = z.infer<typeof Duty>;
