import type { Migration } from "./migration.ts";

/**
 * Documents, what they were turned into, and what people did with that. Plans are `json`, not `jsonb`: the text is kept
 * sign for sign, and `\u0000`, which hostile files have, is allowed. Times have milliseconds, as in JavaScript.
 */
export const collection: Migration = {
  id: 1,
  name: "collection",
  sql: `
create table documents (
  id text primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  ordinal bigint generated always as identity unique,
  byte_length bigint not null,
  media_type text not null,
  file_name text not null,
  title text,
  notice_title text,
  document_number text,
  issuers text[] not null,
  issued_on text,
  issued_from date,
  issued_to date,
  jurisdiction text,
  level text,
  page_count int,
  reader text not null,
  ocr boolean not null,
  program text not null,
  counts json not null,
  search tsvector not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index documents_search on documents using gin (search);
create index documents_issuers on documents using gin (issuers);
create index documents_jurisdiction on documents (jurisdiction);
create index documents_issued on documents (issued_from desc nulls last, ordinal desc);

create table removed_documents (
  id text primary key,
  sha256 text not null,
  at timestamptz(3) not null default now()
);

create table digitisations (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  program text not null,
  document_id text references documents on delete cascade,
  plan json,
  failure json,
  millis int not null,
  created_at timestamptz(3) not null default now(),
  primary key (sha256, program),
  check ((document_id is null) = (plan is null)),
  check ((plan is null) <> (failure is null))
);
create index digitisations_document on digitisations (document_id);

create table facts (
  document_id text not null references documents on delete cascade,
  kind text not null,
  ordinal int not null,
  path text not null,
  number text,
  text text not null,
  category text,
  metric text,
  comparator text,
  value double precision,
  unit text,
  points double precision,
  starts text,
  deadline text,
  body text,
  family text,
  role text,
  page int,
  primary key (document_id, kind, ordinal)
);
create index facts_metric on facts (metric) where metric is not null;
create index facts_family on facts (family) where family is not null;

create table batches (
  id text primary key,
  name text,
  template text,
  state text not null default 'open' check (state in ('open', 'done')),
  report json,
  who text not null,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  check ((state = 'done') = (finished_at is not null))
);
create index batches_open on batches (id) where state = 'open';

create table submissions (
  id text primary key,
  batch_id text not null references batches on delete cascade,
  ordinal int not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_length bigint not null,
  priority int not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  stage text,
  progress int not null default 0 check (progress between 0 and 100),
  failure json,
  document_id text,
  attempts int not null default 0,
  who text not null,
  created_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  unique (batch_id, ordinal),
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
  check ((state = 'failed') = (failure is not null)),
  check ((state = 'done') = (document_id is not null))
);
create index submissions_sha256 on submissions (sha256);
create index submissions_state on submissions (state, id);

create table document_links (
  from_id text not null,
  basis text not null,
  relation text not null,
  to_id text,
  known_by text,
  ordinal int primary key
);
create index document_links_from on document_links (from_id);
create index document_links_to on document_links (to_id);

create table document_versions (
  document_id text primary key,
  version_group int not null,
  ordinal int not null
);
create index document_versions_group on document_versions (version_group, ordinal);

create table comparisons (
  id text primary key,
  kind text not null check (kind in ('comparison', 'matrix')),
  documents text[] not null,
  program text not null,
  result json not null,
  created_at timestamptz(3) not null default now(),
  unique (kind, documents, program)
);
create index comparisons_documents on comparisons using gin (documents);

create table assessments (
  id text primary key,
  document_id text not null references documents on delete cascade,
  name text not null,
  result json not null,
  who text not null,
  created_at timestamptz(3) not null default now()
);
create index assessments_document on assessments (document_id, id);

create table corrections (
  id text primary key,
  document_id text not null references documents on delete cascade,
  path text not null,
  machine json not null,
  value json not null,
  who text not null,
  why text not null,
  at timestamptz(3) not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz(3)
);
create index corrections_document on corrections (document_id, id);

create table reviews (
  id text primary key,
  document_id text not null references documents on delete cascade,
  verdict text not null check (verdict in ('approved', 'reopened')),
  who text not null,
  note text,
  at timestamptz(3) not null default now()
);
create index reviews_document on reviews (document_id, id);
`,
};
