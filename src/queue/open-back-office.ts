import type { Settings } from "../../schemas/settings.ts";
import { type Comparer, createComparer } from "../sandbox/comparer.ts";
import { programDigest } from "../sandbox/program-digest.ts";
import { createWordCutter } from "../sandbox/word-cutter.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";
import type { TellFault } from "./connect-queue.ts";
import { type Jobs, openJobs } from "./job-queue.ts";

/** Store and queue as the settings place them, and what works for both. */
export interface BackOffice {
  readonly store: OpenStore;
  readonly jobs: Jobs;
  readonly comparer: Comparer;
  /** The digest of the program. */
  readonly program: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens store and queue.
 * @param share where another process runs the embedded database of the data folder: be its client.
 * @throws DataFolderInUse, DatabaseUnfit; what the servers say where they cannot be reached.
 */
export async function openBackOffice(settings: Settings, tell: TellFault, share = false): Promise<BackOffice> {
  const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey, s3SessionToken: sessionToken } = settings;
  const cutter = createWordCutter();
  const store = await openStore({
    databaseUrl: settings.databaseUrl,
    dataFolder: settings.data,
    filesUrl: settings.filesUrl,
    s3:
      accessKeyId !== null && secretAccessKey !== null
        ? { accessKeyId, secretAccessKey, ...(sessionToken !== null ? { sessionToken } : {}) }
        : null,
    share,
    cut: cutter.cut,
    ...(settings.databaseUrl === null ? {} : { poolSize: settings.databasePool }),
  });
  try {
    const jobs = await openJobs({ redisUrl: settings.redisUrl, database: store.address }, settings, tell);
    const comparer = createComparer();
    return {
      store,
      jobs,
      comparer,
      program: programDigest(),
      close: async () => {
        await jobs.close();
        await store.close();
        await Promise.all([cutter.close(), comparer.close()]);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
