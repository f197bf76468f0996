import { useEffect, useState } from "preact/hooks";

const WAIT_MILLIS = 200;

/** A value once it has stood still for a while, so that not every stroke of a key asks the server. */
export function useLater<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT_MILLIS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
