import type { Migration } from "./migration.ts";

/** Plans are stored first and made searchable after: `search` is null until their words are cut. */
export const searchLater: Migration = {
  id: 4,
  name: "search-later",
  sql: `
alter table documents alter column search drop not null;
create index documents_unsearched on documents (ordinal) where search is null;
`,
};
