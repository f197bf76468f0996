import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDataFolder } from "../../services/embedded-folder.ts";
import { type Postgres, startPostgres } from "../../services/start-postgres.ts";
import { type Redis, startRedis } from "../../services/start-redis.ts";

/** Where store and queue are, and the servers behind them that a test started. */
export interface Setup {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly dataFolder: string;
  readonly postgres: Postgres | null;
  readonly redis: Redis | null;
  readonly stop: () => Promise<void>;
}

export type SetupName = "embedded" | "Redis + PostgreSQL" | "PostgreSQL";

export const SETUPS: readonly SetupName[] = ["embedded", "Redis + PostgreSQL", "PostgreSQL"];

/** `isSafe`: servers keep what they confirmed also when they are killed. */
export async function startSetup(name: SetupName, isSafe = false): Promise<Setup> {
  const dataFolder = name === "embedded" ? await createDataFolder() : mkdtempSync(join(tmpdir(), "fangan-queue-"));
  const postgres = name === "embedded" ? null : await startPostgres({ isSafe });
  const redis = name === "Redis + PostgreSQL" ? await startRedis({ isSafe }) : null;
  return {
    databaseUrl: (await postgres?.createDatabase()) ?? null,
    redisUrl: redis?.url ?? null,
    dataFolder,
    postgres,
    redis,
    stop: async () => {
      await redis?.stop();
      await postgres?.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
