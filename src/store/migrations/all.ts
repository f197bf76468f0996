import { collection } from "./001-collection.ts";
import { service } from "./002-service.ts";
import { comments } from "./003-comments.ts";
import { searchLater } from "./004-search-later.ts";
import { plainPlans } from "./005-plain-plans.ts";
import { packedPlans } from "./006-packed-plans.ts";
import { factsAlone } from "./007-facts-alone.ts";
import type { Migration } from "./migration.ts";

/** In the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [
  collection,
  service,
  comments,
  searchLater,
  plainPlans,
  packedPlans,
  factsAlone,
];
