import { type Running, startProgram } from "../run-program.ts";

export interface Serving extends Running {
  readonly url: string;
}

/** Starts `fangan serve` on a data folder and a free port, and waits until it is reached. */
export async function startServe(
  dataFolder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const running = startProgram(["serve", "--port", "0", "--data", dataFolder, "--log-level", "warn", ...args], env);
  const [, url] = await running.hear(/Fangan: (http:\S+)/);
  return { ...running, url: url! };
}
