import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenStore, openStore } from "../../src/store/open-store.ts";
import { createDataFolder } from "../services/embedded-folder.ts";
import { type Postgres, startPostgres } from "../services/start-postgres.ts";
import { sha256Of } from "./sample-plans.ts";

export const KINDS = ["embedded", "server"] as const;
export type StoreKind = (typeof KINDS)[number];

/** Stores of one kind for a test file; all are closed and removed by `end`. */
export interface TestStores {
  readonly open: () => Promise<OpenStore>;
  readonly end: () => Promise<void>;
  readonly postgres: Postgres | null;
}

export async function startStores(kind: StoreKind): Promise<TestStores> {
  const postgres = kind === "server" ? await startPostgres() : null;
  const stores: OpenStore[] = [];
  const folders: string[] = [];
  return {
    postgres,
    open: async () => {
      const dataFolder = postgres ? mkdtempSync(join(tmpdir(), "fangan-data-")) : await createDataFolder();
      folders.push(dataFolder);
      const databaseUrl = postgres ? await postgres.createDatabase() : null;
      const store = await openStore({ databaseUrl, dataFolder, filesUrl: null, s3: null });
      stores.push(store);
      return store;
    },
    end: async () => {
      for (const store of stores) await store.close();
      await postgres?.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Keeps a text as a file and says it as an upload would. */
export async function keepText(store: OpenStore, text: string) {
  const sha256 = sha256Of(text);
  const temporary = join(store.files.temporaryFolder, `${sha256}-${Math.random()}`);
  writeFileSync(temporary, text);
  await store.files.keep(temporary, sha256, Buffer.byteLength(text));
  return { fileName: "plan.txt", sha256, byteLength: Buffer.byteLength(text), priority: 1 };
}

/** Takes one file in; gives its submission. */
export async function submitText(store: OpenStore, text: string) {
  const files = [await keepText(store, text)];
  const { submissions } = await store.submissions.create({ name: null, template: null, who: "test", files });
  return submissions[0]!;
}
