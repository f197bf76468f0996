import { EXIT } from "../exit-codes.ts";

/** Resolves when the process is told to stop (SIGTERM, SIGINT); a second signal ends it at once. */
export function whenTold(): Promise<void> {
  const told = Promise.withResolvers<void>();
  let signals = 0;
  const hear = (): void => {
    if (++signals > 1) process.exit(EXIT.interrupted);
    told.resolve();
  };
  process.on("SIGTERM", hear).on("SIGINT", hear);
  return told.promise;
}
