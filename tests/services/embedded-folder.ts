import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/store/embedded/open-embedded.ts";

const PACKAGE = join(import.meta.dirname, "../../node_modules/@electric-sql/pglite/package.json");

/** A data folder with a new, empty embedded database; making one takes seconds, so later ones are copies of the first. */
export async function createDataFolder(folder: string = mkdtempSync(join(tmpdir(), "fangan-data-"))): Promise<string> {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string };
  const template = join(tmpdir(), `fangan-template-${userInfo().uid}-${version}`);
  if (!existsSync(template)) await createTemplate(template);
  cpSync(join(template, "database"), join(folder, "database"), { recursive: true });
  return folder;
}

async function createTemplate(template: string): Promise<void> {
  const making = mkdtempSync(join(tmpdir(), "fangan-making-"));
  const database = await openEmbedded(making, false);
  await database.close();
  try {
    renameSync(making, template);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}
