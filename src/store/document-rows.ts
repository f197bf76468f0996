import { DocumentRecord, type PlanCounts } from "../../schemas/document-record.ts";
import type { Plan } from "../../schemas/plan.ts";
import { cleanText } from "./clean-text.ts";
import type { Row } from "./tables.ts";

export const countPlan = (plan: Plan): PlanCounts => ({
  sections: plan.sections.length,
  targets: plan.targets.length,
  phases: plan.phases.length,
  tasks: plan.tasks.length,
  measures: plan.measures.length,
  duties: plan.duties.length,
  deadlines: plan.deadlines.length,
  units: plan.units.length,
  standards: plan.standards.length,
  standardItems: plan.standards.reduce((sum, { items }) => sum + items.length, 0),
  assignments: plan.assignments.reduce((sum, { items }) => sum + items.length, 0),
  attachments: plan.attachments.length,
  findings: plan.findings.length,
});

/** The first and the last day that a date stands for: `2021-06` → `2021-06-01`, `2021-06-30`; null where no calendar has it. */
export function daysOf(date: string | null): { first: string | null; last: string | null } {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  const first = new Date(Date.UTC(year || Number.NaN, (month ?? 1) - 1, day ?? 1));
  const isReal = first.getUTCMonth() === (month ?? 1) - 1 && first.getUTCDate() === (day ?? 1);
  if (!isReal) return { first: null, last: null };
  const end = new Date(first);
  if (month === undefined) end.setUTCMonth(12, 0);
  else if (day === undefined) end.setUTCMonth(month, 0);
  return { first: first.toISOString().slice(0, 10), last: end.toISOString().slice(0, 10) };
}

const cleaned = (text: string | null): string | null => (text === null ? null : cleanText(text));

/** What a plan's row of `documents` holds. */
export function documentRow(plan: Plan, program: string) {
  const { header, source } = plan;
  const { first, last } = daysOf(header.issuedOn);
  return {
    id: plan.id,
    sha256: source.sha256,
    byte_length: source.byteLength,
    media_type: cleanText(source.mediaType),
    file_name: cleanText(source.fileName),
    title: cleaned(header.title),
    notice_title: cleaned(header.noticeTitle),
    document_number: cleaned(header.documentNumber),
    issuers: header.issuers.map(cleanText),
    issued_on: header.issuedOn,
    issued_from: first,
    issued_to: last,
    jurisdiction: cleaned(header.jurisdiction.name),
    level: header.jurisdiction.level,
    page_count: source.pageCount,
    reader: source.reader,
    ocr: source.ocr,
    program,
    counts: JSON.stringify(countPlan(plan)),
  };
}

/** A row as it is read for lists: without the search words, but with what people did. */
export interface DocumentReading extends Omit<Row<"documents">, "search"> {
  readonly corrections: number;
  readonly review: { readonly verdict: string; readonly who: string; readonly at: string } | null;
}

export const toRecord = (row: DocumentReading): DocumentRecord =>
  DocumentRecord.parse({
    id: row.id,
    sha256: row.sha256,
    byteLength: row.byte_length,
    mediaType: row.media_type,
    fileName: row.file_name,
    title: row.title,
    noticeTitle: row.notice_title,
    documentNumber: row.document_number,
    issuers: row.issuers,
    issuedOn: row.issued_on,
    jurisdiction: row.jurisdiction,
    level: row.level,
    pageCount: row.page_count,
    reader: row.reader,
    ocr: row.ocr,
    program: row.program,
    counts: row.counts,
    corrections: row.corrections,
    approval:
      row.review?.verdict === "approved" ? { who: row.review.who, at: new Date(row.review.at).toISOString() } : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
