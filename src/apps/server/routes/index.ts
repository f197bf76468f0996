import type { Server } from "../http.ts";
import type { Service } from "../service.ts";
import { addComparisonRoutes } from "./comparisons.ts";
import { addDocumentRoutes } from "./documents.ts";
import { addEventRoutes } from "./events.ts";
import { addHealthRoutes } from "./health.ts";
import { addPublicationRoutes } from "./publications.ts";
import { addReviewRoutes } from "./reviews.ts";
import { addSubmissionRoutes } from "./submissions.ts";

/** Everything that the API answers. */
const ROUTES: readonly ((server: Server, service: Service) => void)[] = [
  addHealthRoutes,
  addSubmissionRoutes,
  addEventRoutes,
  addDocumentRoutes,
  addPublicationRoutes,
  addComparisonRoutes,
  addReviewRoutes,
];

export function addRoutes(server: Server, service: Service): void {
  for (const add of ROUTES) add(server, service);
}
