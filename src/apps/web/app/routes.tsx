import type { ComponentType } from "preact";
import type { RouteParts } from "./route-parts.ts";

export type View = ComponentType<{ readonly parts: RouteParts }>;
export type NavigationName = "collection" | "upload" | "lineage" | "compare" | "standards" | "operations";

export interface Route {
  readonly pattern: string;
  /** Which entry of the navigation it belongs to. */
  readonly under: NavigationName;
  /** A view is fetched when it is first wanted. */
  readonly load: () => Promise<View>;
}

const collection = async (): Promise<View> => (await import("../collection/collection-view.tsx")).CollectionView;
const lineage = async (): Promise<View> => (await import("../collection/lineage-view.tsx")).LineageView;
const upload = async (): Promise<View> => (await import("../upload/upload-view.tsx")).UploadView;
const plan = async (): Promise<View> => (await import("../plan/plan-view.tsx")).PlanView;
const compare = async (): Promise<View> => (await import("../compare/compare-view.tsx")).CompareView;
const comparison = async (): Promise<View> => (await import("../compare/comparison-view.tsx")).ComparisonView;
const matrix = async (): Promise<View> => (await import("../compare/matrix-view.tsx")).MatrixView;
const standards = async (): Promise<View> => (await import("../standards/standards-view.tsx")).StandardsView;
const standard = async (): Promise<View> => (await import("../standards/standard-view.tsx")).StandardView;
const assessment = async (): Promise<View> => (await import("../standards/assessment-view.tsx")).AssessmentView;
const operations = async (): Promise<View> => (await import("../operations/operations-view.tsx")).OperationsView;

/** Every address of the page. */
export const ROUTES: readonly Route[] = [
  { pattern: "/", under: "collection", load: collection },
  { pattern: "/documents/:id", under: "collection", load: plan },
  { pattern: "/upload", under: "upload", load: upload },
  { pattern: "/batches/:id", under: "upload", load: upload },
  { pattern: "/lineage", under: "lineage", load: lineage },
  { pattern: "/compare", under: "compare", load: compare },
  { pattern: "/comparisons/:id", under: "compare", load: comparison },
  { pattern: "/matrices/:id", under: "compare", load: matrix },
  { pattern: "/standards", under: "standards", load: standards },
  { pattern: "/documents/:id/standards/:standard", under: "standards", load: standard },
  { pattern: "/assessments/:id", under: "standards", load: assessment },
  { pattern: "/operations", under: "operations", load: operations },
];

/** Finds the route of an address, with the parts that its pattern names. */
export function findRoute(path: string): { readonly route: Route; readonly parts: RouteParts } | null {
  for (const route of ROUTES) {
    const parts = matchPattern(route.pattern, path);
    if (parts) return { route, parts };
  }
  return null;
}

function matchPattern(pattern: string, path: string): RouteParts | null {
  const wanted = pattern.split("/");
  const given = (path.length > 1 ? path.replace(/\/$/, "") : path).split("/");
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const came = given[index]!;
    if (part.startsWith(":") && came !== "") parts[part.slice(1)] = decode(came);
    else if (part !== came) return null;
  }
  return parts;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
