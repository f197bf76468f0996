import type { Settings } from "../../../../schemas/settings.ts";
import type { Log } from "../../server/service.ts";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** A log of one JSON object a line on standard error; what happens each second while a server is down is told once a while. */
export function createLog(
  level: Settings["logLevel"],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const least = LEVELS.indexOf(level);
  const lastTold = new Map<string, number>();
  return (at, text, facts = {}) => {
    if (LEVELS.indexOf(at) < least || isRepeated(lastTold, `${at} ${text} ${JSON.stringify(facts)}`)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level: at, text, ...facts })}\n`);
  };
}

const REPEAT_MILLIS = 10_000;
const MOST_REMEMBERED = 1000;

function isRepeated(lastTold: Map<string, number>, line: string): boolean {
  const now = Date.now();
  const last = lastTold.get(line);
  if (last !== undefined && now - last < REPEAT_MILLIS) return true;
  if (lastTold.size >= MOST_REMEMBERED) lastTold.clear();
  lastTold.set(line, now);
  return false;
}
