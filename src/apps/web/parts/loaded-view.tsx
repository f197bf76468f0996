import type { ComponentChildren } from "preact";
import type { Loaded } from "../api/use-load.tsx";
import { Loading } from "./loading.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** Shows what was loaded, or that it is being loaded, or why it could not be. */
export function LoadedView<T>({
  of: { value, problem, reload },
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}) {
  if (value !== null) return <>{children(value)}</>;
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  return <Loading />;
}
