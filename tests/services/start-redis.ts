import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort, type Started, waitUntil } from "./started.ts";

export interface Redis extends Started {
  readonly url: string;
}

const PROGRAMS = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"];

/**
 * Starts a Redis server of the test's own; it never evicts, as a queue asks. `isSafe` writes every command to its log
 * on disk before it answers: for tests that kill it.
 */
export async function startRedis({ isSafe = false }: { readonly isSafe?: boolean } = {}): Promise<Redis> {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (!program) throw new Error("redis-server was expected in /usr/bin; apt-get install redis-server");
  const folder = mkdtempSync(join(tmpdir(), "fangan-redis-"));
  const port = await findFreePort();
  const log = isSafe ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"];
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...log];
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    if (child) return;
    child = spawn(program, [...args, "--maxmemory-policy", "noeviction"], { stdio: "ignore" });
    await waitUntil("Redis answers", () => answers(port));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child) return;
    const ended = new Promise((resolve) => child!.once("exit", resolve));
    child.kill(signal);
    await ended;
    child = null;
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    restart: async () => {
      await end("SIGTERM");
      await start();
    },
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether it has its data loaded: while loading it answers `-LOADING`. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write("PING\r\n"));
    socket.once("data", (bytes) => {
      resolve(bytes.toString().startsWith("+PONG"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
  });
