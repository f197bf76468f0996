import { useEffect, useState } from "preact/hooks";
import type { Evidence } from "../../../../../schemas/evidence.ts";
import { useDesk } from "../desk.tsx";

const NONE: readonly Evidence[] = [];

/** The evidence lit up just now that passes; drawn anew only where that changes. */
export function useLit(passes: (evidence: Evidence) => boolean): readonly Evidence[] {
  const { spotlight } = useDesk();
  const look = (): readonly Evidence[] => {
    const found = spotlight.lit()?.evidence.filter(passes) ?? NONE;
    return found.length > 0 ? found : NONE;
  };
  const [lit, setLit] = useState(look);
  useEffect(() => {
    setLit(look());
    return spotlight.follow(() => setLit(look()));
  }, [spotlight]);
  return lit;
}
