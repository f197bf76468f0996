import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The last entry of a backup: what it must hold. A backup without it was cut short. */
export const BackupManifest = z.object({
  schema: z.literal("backup/1"),
  createdAt: z.iso.datetime(),
  /** The newest migration of the database that was saved. */
  step: z.int().positive(),
  /** The columns of each table with their types, in order, and how many rows were saved. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.object({ name: z.string().regex(/^[a-z_0-9]+$/), type: z.string() })),
      rows: z.int().nonnegative(),
    }),
  ),
  /** The entries before this one: rows as NDJSON (`tables/documents/1.ndjson`), original files (`files/<sha256>`). */
  entries: z.array(z.object({ name: z.string(), byteLength: z.int().nonnegative(), sha256: Sha256 })),
  /** Files that rows name and that were not there. */
  missing: z.array(Sha256),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
