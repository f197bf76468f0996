import type { Migration } from "./migration.ts";

/** Keys, webhooks with their outbox, and the audit of every write. */
export const service: Migration = {
  id: 2,
  name: "service",
  sql: `
create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  detail json not null
);
create index audit_events_subject on audit_events (subject, id);
create index audit_events_at on audit_events (at);

create table api_keys (
  id text primary key,
  name text not null,
  hash text not null unique,
  scopes text[] not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);

create table webhooks (
  id text primary key,
  url text not null,
  secret text not null,
  events text[] not null,
  who text not null,
  created_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3)
);

create table deliveries (
  id text primary key,
  webhook_id text not null references webhooks on delete cascade,
  event text not null,
  payload json not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts int not null default 0,
  next_at timestamptz(3) not null default now(),
  last_status int,
  last_error text,
  created_at timestamptz(3) not null default now(),
  delivered_at timestamptz(3)
);
create index deliveries_due on deliveries (next_at) where state = 'waiting';
create index deliveries_webhook on deliveries (webhook_id, id);
`,
};
