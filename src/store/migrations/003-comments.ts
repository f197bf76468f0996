import type { Migration } from "./migration.ts";

/** Remarks on a plan or on one of its facts, beside corrections and verdicts. */
export const comments: Migration = {
  id: 3,
  name: "comments",
  sql: `
create table comments (
  id text primary key,
  document_id text not null references documents on delete cascade,
  path text,
  text text not null,
  who text not null,
  at timestamptz(3) not null default now()
);
create index comments_document on comments (document_id, id);
`,
};
