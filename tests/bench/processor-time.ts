import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever its kernel's clock. */
const TICK_MILLIS = 10;

interface Process {
  readonly parent: number;
  /** Its own, and that of its children that ended. */
  readonly millis: number;
}

/** The milliseconds of processor time that processes and all below them have used: a measure that other work on the machine does not change. */
export function processorMillis(roots: readonly number[]): number {
  const processes = readProcesses();
  const isBelow = (pid: number): boolean => {
    for (let at = pid; processes.has(at); at = processes.get(at)!.parent) if (roots.includes(at)) return true;
    return false;
  };
  let sum = 0;
  for (const [pid, { millis }] of processes) if (isBelow(pid)) sum += millis;
  return sum;
}

function readProcesses(): ReadonlyMap<number, Process> {
  const processes = new Map<number, Process>();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const fields = readStat(name);
    if (fields.length === 0) continue;
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    processes.set(Number(name), { parent: Number(fields[1]), millis: ticks * TICK_MILLIS });
  }
  return processes;
}

/** The fields of `/proc/<pid>/stat` behind the name, from the state on; none where the process has ended meanwhile. */
function readStat(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
  } catch {
    return [];
  }
}
