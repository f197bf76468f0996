import type { Generated, JSONColumnType, Kysely, Selectable, Transaction } from "kysely";

/** `json`: read as a value, written as JSON text. */
type Json = JSONColumnType<object, string, string>;

/** Times are read as ISO 8601 texts (see connect-database.ts). */
type Moment = Generated<string>;

interface DocumentTable {
  id: string;
  sha256: string;
  ordinal: Generated<number>;
  byte_length: number;
  media_type: string;
  file_name: string;
  title: string | null;
  notice_title: string | null;
  document_number: string | null;
  issuers: string[];
  issued_on: string | null;
  issued_from: string | null;
  issued_to: string | null;
  jurisdiction: string | null;
  level: string | null;
  page_count: number | null;
  reader: string;
  ocr: boolean;
  program: string;
  counts: Json;
  /** Null until the words are cut. */
  search: string | null;
  created_at: Moment;
  updated_at: Moment;
}

interface RemovedTable {
  id: string;
  sha256: string;
  at: Moment;
}

interface DigitisationTable {
  sha256: string;
  program: string;
  document_id: string | null;
  /** See `pack-json.ts`. */
  plan: Buffer | null;
  failure: Json | null;
  millis: number;
  created_at: Moment;
}

export interface FactTable {
  document_id: string;
  kind: string;
  ordinal: number;
  path: string;
  number: string | null;
  text: string;
  category: string | null;
  metric: string | null;
  comparator: string | null;
  value: number | null;
  unit: string | null;
  points: number | null;
  starts: string | null;
  deadline: string | null;
  body: string | null;
  family: string | null;
  role: string | null;
  page: number | null;
}

interface BatchTable {
  id: string;
  name: string | null;
  template: string | null;
  state: Generated<string>;
  report: Json | null;
  who: string;
  created_at: Moment;
  finished_at: string | null;
}

export interface SubmissionTable {
  id: string;
  batch_id: string;
  ordinal: number;
  file_name: string;
  sha256: string;
  byte_length: number;
  priority: number;
  state: Generated<string>;
  stage: string | null;
  progress: Generated<number>;
  failure: Json | null;
  document_id: string | null;
  attempts: Generated<number>;
  who: string;
  created_at: Moment;
  started_at: string | null;
  finished_at: string | null;
}

interface LinkTable {
  from_id: string;
  basis: string;
  relation: string;
  to_id: string | null;
  known_by: string | null;
  ordinal: number;
}

interface VersionTable {
  document_id: string;
  version_group: number;
  ordinal: number;
}

interface ComparisonTable {
  id: string;
  kind: string;
  documents: string[];
  program: string;
  result: Json;
  created_at: Moment;
}

interface AssessmentTable {
  id: string;
  document_id: string;
  name: string;
  result: Json;
  who: string;
  created_at: Moment;
}

interface CorrectionTable {
  id: string;
  document_id: string;
  path: string;
  machine: Json;
  value: Json;
  who: string;
  why: string;
  at: Moment;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

interface CommentTable {
  id: string;
  document_id: string;
  path: string | null;
  text: string;
  who: string;
  at: Moment;
}

interface ReviewTable {
  id: string;
  document_id: string;
  verdict: string;
  who: string;
  note: string | null;
  at: Moment;
}

interface AuditTable {
  id: Generated<number>;
  at: Moment;
  actor: string;
  action: string;
  subject: string;
  detail: Json;
}

interface ApiKeyTable {
  id: string;
  name: string;
  hash: string;
  scopes: string[];
  created_at: Moment;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

interface WebhookTable {
  id: string;
  url: string;
  secret: string;
  events: string[];
  who: string;
  created_at: Moment;
  disabled_at: string | null;
}

interface DeliveryTable {
  id: string;
  webhook_id: string;
  event: string;
  payload: Json;
  state: Generated<string>;
  attempts: Generated<number>;
  next_at: Moment;
  last_status: number | null;
  last_error: string | null;
  created_at: Moment;
  delivered_at: string | null;
}

export interface Tables {
  documents: DocumentTable;
  removed_documents: RemovedTable;
  digitisations: DigitisationTable;
  facts: FactTable;
  batches: BatchTable;
  submissions: SubmissionTable;
  document_links: LinkTable;
  document_versions: VersionTable;
  comparisons: ComparisonTable;
  assessments: AssessmentTable;
  corrections: CorrectionTable;
  reviews: ReviewTable;
  comments: CommentTable;
  audit_events: AuditTable;
  api_keys: ApiKeyTable;
  webhooks: WebhookTable;
  deliveries: DeliveryTable;
}

export type Database = Kysely<Tables>;
export type InTransaction = Transaction<Tables>;

/** What is read back from a table. */
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

/** Every table, a referring one after what it refers to: the order of a backup. */
export const TABLES: readonly (keyof Tables)[] = [
  "documents",
  "removed_documents",
  "digitisations",
  "facts",
  "batches",
  "submissions",
  "document_links",
  "document_versions",
  "comparisons",
  "assessments",
  "corrections",
  "reviews",
  "comments",
  "audit_events",
  "api_keys",
  "webhooks",
  "deliveries",
];
