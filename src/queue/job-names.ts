/** One queue for each kind of work, so that reports of batches take no place of a file. */
export const QUEUES = { digitise: "digitise", batch: "batch" } as const;

/** A job's id is its submission's or batch's, so that the same work is never queued twice; BullMQ allows no bare number and no colon. */
export const submissionJob = (submission: string): string => `s-${submission}`;
export const batchJob = (batch: string): string => `b-${batch}`;

/** `s-0190…` → `0190…`. */
export const submissionOf = (job: string): string => job.slice("s-".length);

const SINGLE = 1;
const BATCH = 10;

/** A person's one file goes before the files of a batch, and a small batch before a large one; less is sooner. */
export const priorityOf = (files: number): number => (files <= 1 ? SINGLE : BATCH + Math.ceil(Math.log10(files)));
