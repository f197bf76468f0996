import { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { STORE_SETTINGS, withService } from "./open-service.ts";
import { type SettingFlags, withSettings } from "./settings-options.ts";

const FILE_HELP = `
The backup is one file: every table as of one moment, every original, and a manifest with their hashes. It moves between an
embedded database and a server.

Examples:
  fangan backup plans-2026-11-28.tar
  DATABASE_URL=postgres://fangan@db/fangan fangan restore plans-2026-11-28.tar
`;

const CHECK_HELP = `
Looks for files without a row, rows without a file, bytes that no longer have their hash, submissions in states that cannot
be, and documents without facts. --repair mends what loses nothing.

Exit status:
  0    nothing was found
  3    something was found: a line each

Examples:
  fangan check-store
  fangan check-store --repair
`;

/** `fangan backup FILE`. */
export const backupCommand = (): Command =>
  withSettings(
    new Command("backup").description("write store and files into one file").argument("<file>"),
    STORE_SETTINGS,
  )
    .addHelpText("after", FILE_HELP)
    .action(async (file: string, flags: SettingFlags) => {
      process.exitCode = await withService(flags, async ({ store }) => {
        const { backup } = await import("../../../store/backup.ts");
        const manifest = await backup(store, file);
        process.stdout.write(`${JSON.stringify(manifest)}\n`);
        return EXIT.done;
      });
    });

/** `fangan restore FILE`. */
export const restoreCommand = (): Command =>
  withSettings(
    new Command("restore").description("bring a backup back into an empty store").argument("<file>"),
    STORE_SETTINGS,
  )
    .option("--force", "clear a store that holds something first", false)
    .addHelpText("after", FILE_HELP)
    .action(async (file: string, { force, ...flags }: SettingFlags & { readonly force: boolean }) => {
      process.exitCode = await withService(flags, async ({ store, jobs }) => {
        const { restore } = await import("../../../store/restore.ts");
        const { reconcile } = await import("../../../queue/reconcile.ts");
        const manifest = await restore(store, file, { force });
        await reconcile({ store, jobs, graceSeconds: 0 });
        const { createdAt } = manifest;
        await store.audit.record({ actor: "cli", action: "store.restore", subject: "store", detail: { createdAt } });
        process.stdout.write(`${JSON.stringify(manifest)}\n`);
        return EXIT.done;
      });
    });

/** `fangan check-store`. */
export const checkStoreCommand = (): Command =>
  withSettings(
    new Command("check-store").description("find orphans and broken hashes in store and files"),
    STORE_SETTINGS,
  )
    .option("--repair", "mend what loses nothing", false)
    .addHelpText("after", CHECK_HELP)
    .action(async ({ repair, ...flags }: SettingFlags & { readonly repair: boolean }) => {
      process.exitCode = await withService(flags, async ({ store }) => {
        const { checkStore } = await import("../../../store/check-store.ts");
        let faults = 0;
        for await (const fault of checkStore(store, { repair })) {
          faults++;
          process.stdout.write(`${JSON.stringify(fault)}\n`);
        }
        process.stdout.write(`${faults} fault(s)\n`);
        if (repair && faults > 0)
          await store.audit.record({ actor: "cli", action: "store.repair", subject: "store", detail: { faults } });
        return faults > 0 ? EXIT.findings : EXIT.done;
      });
    });
