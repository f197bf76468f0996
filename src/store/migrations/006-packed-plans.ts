import type { Migration } from "./migration.ts";

/** Plans are packed before they come here (`pack-json.ts`), a fifth of their length; those from before stay JSON as it is. */
export const packedPlans: Migration = {
  id: 6,
  name: "packed-plans",
  sql: `
alter table digitisations alter column plan type bytea using convert_to(plan::text, 'UTF8');
alter table digitisations alter column plan set storage external;
`,
};
