import { fork } from "node:child_process";

export interface ServerProcess {
  readonly url: string;
  /** SIGKILL, and nothing else: no chance to tidy up. */
  readonly kill: () => Promise<void>;
}

/** Starts a server in a process of its own; `settings` are texts, as the environment would give them. */
export async function runServer(settings: Readonly<Record<string, string | null>>): Promise<ServerProcess> {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
  const child = fork(new URL("./server-process.ts", import.meta.url), [JSON.stringify(given)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once("message", (message: { url: string }) => resolve(message.url));
  child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  const url = await promise;
  return {
    url,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
