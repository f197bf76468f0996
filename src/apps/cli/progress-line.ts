import { clipText } from "./text-width.ts";

/** Where the progress of a run is shown, and where its errors go. */
export interface ErrorStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

export interface ProgressLine {
  /** Shows how far the run is. Nothing on a pipe. */
  readonly show: (done: number, total: number, name: string) => void;
  /** Writes a line that stays. */
  readonly print: (line: string) => void;
  readonly clear: () => void;
}

const CLEAR = "\r\x1b[2K";

/** Creates a line at the bottom of a terminal that the next one overwrites. */
export function createProgressLine(stream: ErrorStream): ProgressLine {
  const clear = (): void => {
    if (stream.isTTY) stream.write(CLEAR);
  };
  return {
    clear,
    show: (done, total, name) => {
      if (stream.isTTY) stream.write(CLEAR + clipText(`[${done}/${total}] ${name}`, (stream.columns ?? 80) - 1));
    },
    print: (line) => {
      clear();
      stream.write(`${line}\n`);
    },
  };
}
