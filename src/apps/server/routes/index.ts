import type { Server } from "../http.ts";
import type { Service } from "../service.ts";
import { addAccessRoutes } from "./access.ts";
import { addAssessmentRoutes } from "./assessments.ts";
import { addCommentRoutes } from "./comments.ts";
import { addComparisonRoutes } from "./comparisons.ts";
import { addDocumentRoutes } from "./documents.ts";
import { addEventRoutes } from "./events.ts";
import { addHealthRoutes } from "./health.ts";
import { addLineageRoutes } from "./lineage.ts";
import { addPublicationRoutes } from "./publications.ts";
import { addReviewRoutes } from "./reviews.ts";
import { addServiceRoutes } from "./service.ts";
import { addSourceRoutes } from "./sources.ts";
import { addStandardRoutes } from "./standards.ts";
import { addSubmissionRoutes } from "./submissions.ts";
import { addWebhookRoutes } from "./webhooks.ts";

/** Everything that the API answers. */
const ROUTES: readonly ((server: Server, service: Service) => void)[] = [
  addHealthRoutes,
  addAccessRoutes,
  addSubmissionRoutes,
  addEventRoutes,
  addDocumentRoutes,
  addSourceRoutes,
  addLineageRoutes,
  addPublicationRoutes,
  addStandardRoutes,
  addComparisonRoutes,
  addReviewRoutes,
  addCommentRoutes,
  addAssessmentRoutes,
  addWebhookRoutes,
  addServiceRoutes,
];

export function addRoutes(server: Server, service: Service): void {
  for (const add of ROUTES) add(server, service);
}
