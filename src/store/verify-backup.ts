import { createHash } from "node:crypto";
import { BackupManifest } from "../../schemas/backup-manifest.ts";
import { readTar, type TarEntry } from "./archive/read-tar.ts";
import { BackupDamaged } from "./errors.ts";
import { NEWEST_STEP } from "./migrate.ts";
import { isKnownType } from "./table-columns.ts";
import { TABLES } from "./tables.ts";

/** A manifest of a hundred million entries is none. */
const LONGEST_MANIFEST = 512 * 1024 * 1024;

/**
 * Reads a backup to its end and holds it against its manifest.
 * @throws BackupDamaged where an entry is altered, missing or too many, or where a newer program wrote it.
 */
export async function verifyBackup(path: string): Promise<BackupManifest> {
  const came: BackupManifest["entries"] = [];
  for await (const entry of readTar(path)) {
    if (entry.name === "manifest.json") return checkManifest(await readManifest(entry), came);
    const hash = createHash("sha256");
    for await (const bytes of entry.body) hash.update(bytes);
    came.push({ name: entry.name, byteLength: entry.byteLength, sha256: hash.digest("hex") });
  }
  throw new BackupDamaged("manifest.json was expected as the last entry of the backup, there is none");
}

async function readManifest({ byteLength, body }: TarEntry): Promise<BackupManifest> {
  if (byteLength > LONGEST_MANIFEST) throw new BackupDamaged(`a manifest of ${byteLength} bytes is none`);
  const parts: Buffer[] = [];
  for await (const bytes of body) parts.push(bytes);
  const parsed = BackupManifest.safeParse(parse(Buffer.concat(parts).toString()));
  if (!parsed.success) throw new BackupDamaged(`a manifest backup/1 was expected: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checkManifest(manifest: BackupManifest, came: BackupManifest["entries"]): BackupManifest {
  if (manifest.step > NEWEST_STEP)
    throw new BackupDamaged(
      `a backup of step ${NEWEST_STEP} at most was expected, step ${manifest.step} came: a newer fangan wrote it`,
    );
  for (const [at, { name, sha256 }] of manifest.entries.entries())
    if (came[at]?.name !== name || came[at].sha256 !== sha256)
      throw new BackupDamaged(`the backup's entry ${name} is altered or missing`);
  if (came.length !== manifest.entries.length)
    throw new BackupDamaged(`${manifest.entries.length} entries were expected, ${came.length} came`);
  for (const { name, columns } of manifest.tables)
    if (!TABLES.some((table) => table === name) || !columns.every(({ type }) => isKnownType(type)))
      throw new BackupDamaged(`the backup has a table ${name} that this fangan does not know`);
  return manifest;
}
