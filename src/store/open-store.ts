import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { createApiKeys } from "./api-keys.ts";
import { createAssessments } from "./assessments.ts";
import { createAudit } from "./audit.ts";
import { createBatches } from "./batches.ts";
import { createComments } from "./comments.ts";
import { createComparisons } from "./comparisons.ts";
import { connectDatabase } from "./connect-database.ts";
import { createCorrections, createReviews } from "./corrections.ts";
import { createDigitisations } from "./digitisations.ts";
import { createDocuments } from "./documents.ts";
import { openEmbedded } from "./embedded/open-embedded.ts";
import { openFiles } from "./files/open-files.ts";
import type { S3Credentials } from "./files/s3-files.ts";
import { migrate } from "./migrate.ts";
import { createSearchIndex } from "./search-index.ts";
import { type CutSearchWords, cutHere } from "./search-words.ts";
import type { DatabaseAddress, Files, Store } from "./store.ts";
import { createSubmissions } from "./submissions.ts";
import { sweepFiles } from "./sweep-files.ts";
import type { Database } from "./tables.ts";
import { createVersions } from "./versions.ts";
import { createWebhooks } from "./webhooks.ts";

export interface StorePlace {
  /** Null for the embedded database below the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** Null for `files` below the data folder. */
  readonly filesUrl: string | null;
  readonly s3: S3Credentials | null;
  readonly poolSize?: number;
  /** Where another process runs the embedded database: be its client, through its socket, in place of an error. */
  readonly share?: boolean;
  /** How words are cut for the search; in this process where nothing is said. */
  readonly cut?: CutSearchWords;
}

/** A store with what its own maintenance (backup, check) needs beside. */
export interface OpenStore extends Store {
  readonly database: Database;
}

const EMBEDDED_POOL = 4;
const SERVER_POOL = 10;

/**
 * Opens the store, brings its tables forward, and makes it where there is none.
 * @throws DataFolderInUse, DatabaseUnfit; what `isPassing` knows where the database cannot be reached now.
 */
export async function openStore(place: StorePlace): Promise<OpenStore> {
  const dataFolder = resolve(place.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const { address, kind, end } = await openDatabase(place.databaseUrl, dataFolder, place.share ?? false);
  const database = connectDatabase(address, place.poolSize ?? (kind === "server" ? SERVER_POOL : EMBEDDED_POOL));
  const close = onlyOnce(async () => {
    await database.destroy();
    await end();
  });
  try {
    await migrate(database);
    const files = await openFiles(place.filesUrl, dataFolder, place.s3);
    return { ...createParts(database, files, place.cut ?? cutHere), database, address, kind, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface OpenDatabase extends Pick<Store, "address" | "kind"> {
  readonly end: () => Promise<void>;
}

async function openDatabase(url: string | null, dataFolder: string, share: boolean): Promise<OpenDatabase> {
  if (url !== null) return { address: { connectionString: url }, kind: "server", end: async () => {} };
  const { host, port, isShared, close } = await openEmbedded(dataFolder, share);
  const address: DatabaseAddress = { host, port, user: "postgres", database: "postgres" };
  return { address, kind: isShared ? "shared-embedded" : "embedded", end: close };
}

function createParts(database: Database, files: Files, cut: CutSearchWords): Omit<Store, "address" | "kind" | "close"> {
  const documents = createDocuments(database, files, cut);
  return {
    files,
    documents,
    searchIndex: createSearchIndex(database, cut),
    submissions: createSubmissions(database, files),
    batches: createBatches(database),
    digitisations: createDigitisations(database),
    versions: createVersions(database),
    comparisons: createComparisons(database),
    assessments: createAssessments(database),
    corrections: createCorrections(database, documents.findPlan),
    reviews: createReviews(database),
    comments: createComments(database, documents.findPlan),
    audit: createAudit(database),
    keys: createApiKeys(database),
    webhooks: createWebhooks(database),
    sweep: (graceSeconds) => sweepFiles({ database, files }, graceSeconds),
    check: async () => {
      await sql`select 1`.execute(database);
      await files.check();
    },
  };
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | null = null;
  return () => {
    begun ??= work();
    return begun;
  };
}
