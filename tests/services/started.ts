import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** A real server that a test started. */
export interface Started {
  readonly port: number;
  /** Ends it as its system would, and waits for its end. */
  readonly stop: () => Promise<void>;
  /** Starts it again with the same data and port. */
  readonly start: () => Promise<void>;
  /** Stop, then start. */
  readonly restart: () => Promise<void>;
  /** SIGKILL, as a lost machine; `start` brings it back. */
  readonly kill: () => Promise<void>;
}

/** A port that nobody listens on now. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Runs a program to its end. @throws Error with what it said where it fails. */
export function runToEnd(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], cwd: "/" });
    let said = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
    });
    child.stderr.on("data", (bytes) => {
      said += bytes;
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command} ended with ${code}: ${said.slice(-2000)}`)),
    );
  });
}

/** Asks again each `pause` milliseconds until the answer is yes. */
export async function waitUntil(what: string, ask: () => Promise<boolean>, seconds = 60, pause = 50): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
