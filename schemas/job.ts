import { z } from "zod";

/** Payloads are ids: what a job works on is in the store. */
export const DigitiseJob = z.object({ submission: z.string() });
export type DigitiseJob = z.infer<typeof DigitiseJob>;

export const BatchJob = z.object({ batch: z.string() });
export type BatchJob = z.infer<typeof BatchJob>;

export const DeliveryJob = z.object({ delivery: z.string() });
export type DeliveryJob = z.infer<typeof DeliveryJob>;
