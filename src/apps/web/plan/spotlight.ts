import type { Evidence } from "../../../../schemas/evidence.ts";
import type { FactPlace } from "./list-facts.ts";

/** Where the reader points: the other side scrolls to it. */
export type PointedFrom = "facts" | "source" | "link";

export interface Lit {
  readonly path: string;
  readonly evidence: readonly Evidence[];
  readonly from: PointedFrom;
}

/** Which fact is lit up, here and there: what is pointed at, else what was chosen. */
export interface Spotlight {
  readonly lit: () => Lit | null;
  readonly point: (path: string | null, from: PointedFrom) => void;
  readonly choose: (path: string | null, from: PointedFrom) => void;
  readonly chosen: () => string | null;
  readonly follow: (call: () => void) => () => void;
}

export function createSpotlight(facts: ReadonlyMap<string, FactPlace>): Spotlight {
  const followers = new Set<() => void>();
  let pointed: Lit | null = null;
  let chosen: Lit | null = null;
  const litOf = (path: string | null, from: PointedFrom): Lit | null => {
    const fact = path === null ? undefined : facts.get(path);
    return fact ? { path: fact.path, evidence: fact.evidence, from } : null;
  };
  const lit = () => pointed ?? chosen;
  const change = (alter: () => void): void => {
    const before = lit();
    alter();
    if (lit()?.path !== before?.path || lit()?.from !== before?.from) for (const follow of followers) follow();
  };
  return {
    lit,
    chosen: () => chosen?.path ?? null,
    point: (path, from) =>
      change(() => {
        pointed = litOf(path, from);
      }),
    choose: (path, from) =>
      change(() => {
        pointed = null;
        chosen = litOf(path, from);
      }),
    follow: (call) => {
      followers.add(call);
      return () => followers.delete(call);
    },
  };
}
