import { z } from "zod";
import { Level, PlainDate } from "./header.ts";

/** How many entries of each kind a plan has. */
export const PlanCounts = z.object({
  sections: z.int().nonnegative(),
  targets: z.int().nonnegative(),
  phases: z.int().nonnegative(),
  tasks: z.int().nonnegative(),
  measures: z.int().nonnegative(),
  duties: z.int().nonnegative(),
  deadlines: z.int().nonnegative(),
  units: z.int().nonnegative(),
  standards: z.int().nonnegative(),
  standardItems: z.int().nonnegative(),
  assignments: z.int().nonnegative(),
  attachments: z.int().nonnegative(),
  findings: z.int().nonnegative(),
});
export type PlanCounts = z.infer<typeof PlanCounts>;

/** A document of the collection as lists show it: what its header says, and what was made of it. */
export const DocumentRecord = z.object({
  id: z.string(),
  sha256: z.string(),
  byteLength: z.int().nonnegative(),
  mediaType: z.string(),
  /** Of the first upload. */
  fileName: z.string(),
  title: z.string().nullable(),
  noticeTitle: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuers: z.array(z.string()),
  issuedOn: PlainDate.nullable(),
  jurisdiction: z.string().nullable(),
  level: Level.nullable(),
  pageCount: z.int().nonnegative().nullable(),
  reader: z.string(),
  ocr: z.boolean(),
  /** The digest of the program whose plan is shown. */
  program: z.string(),
  counts: PlanCounts,
  corrections: z.int().nonnegative(),
  approval: z.object({ who: z.string(), at: z.iso.datetime() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/** What a search asks for; a date is at any precision and stands for its whole year, month or day. */
export const DocumentQuery = z.object({
  text: z.string().max(200).optional(),
  jurisdiction: z.string().max(100).optional(),
  level: Level.optional(),
  issuer: z.string().max(100).optional(),
  issuedFrom: PlainDate.optional(),
  issuedTo: PlainDate.optional(),
  approved: z.boolean().optional(),
  /** Whether it has a standard to assess by. */
  hasStandards: z.boolean().optional(),
  /** `added`: the newest upload first; `issued`: the newest date of issue first, undated ones last. */
  order: z.enum(["added", "issued"]).default("added"),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;
