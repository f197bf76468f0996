import type { BackOffice } from "../../../queue/open-back-office.ts";
import { EXIT } from "../exit-codes.ts";
import { defaultWording } from "../language.ts";
import { createLog } from "./log.ts";
import { type SettingFlags, settingsOf } from "./settings-options.ts";

/** What must be known to reach a service's store; other settings matter to `serve` and `worker` alone. */
export const STORE_SETTINGS = [
  "data",
  "databaseUrl",
  "redisUrl",
  "filesUrl",
  "s3AccessKeyId",
  "s3SecretAccessKey",
  "s3SessionToken",
  "logLevel",
] as const;

/**
 * Opens store and queue for one piece of work, beside a running service too, and closes them after it.
 * @returns the exit status; a fault is one line on standard error.
 */
export async function withService(flags: SettingFlags, work: (office: BackOffice) => Promise<number>): Promise<number> {
  const settings = settingsOf(flags, defaultWording(process.env), (line) => process.stderr.write(`${line}\n`));
  if (!settings) return EXIT.usage;
  const log = createLog(settings.logLevel);
  // Queue and database are loaded only where they are used: every other command starts without them.
  const { openBackOffice } = await import("../../../queue/open-back-office.ts");
  try {
    const office = await openBackOffice(settings, (error, where) => log("warn", where, { error: error.message }), true);
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}
