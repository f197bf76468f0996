import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "../../../../schemas/settings.ts";
import { startService } from "../../../../src/apps/server/start-service.ts";
import { createDataFolder } from "../../../services/embedded-folder.ts";

/** Settings as the environment would give them: texts. */
export type GivenSettings = Readonly<Record<string, string | null>>;

export interface TestService {
  readonly url: string;
  readonly dataFolder: string;
  /** What the service logged. */
  readonly log: string[];
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Asks with a JSON body and gives the answer's JSON; an answer that is not as expected throws with its text. */
  readonly json: <T>(path: string, ask?: Ask) => Promise<T>;
  /** Stops the service; its data stay. */
  readonly stop: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly close: () => Promise<void>;
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts the whole service on a free port of loopback, on a data folder of its own unless one is given. */
export async function startTestService(
  given: GivenSettings = {},
  webFolder: string | null = null,
): Promise<TestService> {
  const isEmbedded = !given.databaseUrl;
  const dataFolder =
    given.data ?? (isEmbedded ? await createDataFolder() : mkdtempSync(join(tmpdir(), "fangan-server-")));
  const settings = Settings.parse({ port: "0", workers: "0", logLevel: "silent", ...given, data: dataFolder });
  const log: string[] = [];
  const service = await startService(
    settings,
    (_level, text, facts) => log.push(`${text} ${JSON.stringify(facts)}`),
    webFolder,
  );
  const request = (path: string, init?: RequestInit): Promise<Response> => fetch(service.url + path, init);
  return {
    url: service.url,
    dataFolder,
    log,
    request,
    json: async (path, { method = "GET", body, status, headers = {} } = {}) => {
      const answer = await request(path, {
        method,
        headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (status === undefined ? !answer.ok : answer.status !== status)
        throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
      return text === "" ? null : JSON.parse(text);
    },
    stop: service.close,
    close: async () => {
      await service.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
