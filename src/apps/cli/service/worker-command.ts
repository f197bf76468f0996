import { Command } from "commander";
import { notesOf } from "../../../core/settings.ts";
import { EXIT } from "../exit-codes.ts";
import { defaultWording } from "../language.ts";
import { createLog } from "./log.ts";
import { type SettingFlags, settingsOf, withSettings } from "./settings-options.ts";

const HELP = `
A worker takes files from the queue of a running service and digitises them, on this machine or on another one. It needs
the same DATABASE_URL, REDIS_URL and FILES_URL as the service; beside an embedded service, the same data folder.
It stops by SIGTERM or SIGINT: files in hand are finished within --shutdown-seconds, or go back to the queue.

Examples:
  DATABASE_URL=postgres://fangan@db/fangan REDIS_URL=redis://queue FILES_URL=s3://plans fangan worker --workers 4
  fangan worker --data /var/lib/fangan
`;

/** `fangan worker`: more hands for a service. */
export function workerCommand(): Command {
  return withSettings(
    new Command("worker").description("take files from the queue of a service, on this machine or another"),
  )
    .addHelpText("after", HELP)
    .action(async (flags: SettingFlags) => {
      process.exitCode = await work(flags);
    });
}

async function work(flags: SettingFlags): Promise<number> {
  const settings = settingsOf(flags, defaultWording(process.env), (line) => process.stderr.write(`${line}\n`));
  if (!settings) return EXIT.usage;
  process.env[notesOf("soffice").env] = settings.soffice;
  const log = createLog(settings.logLevel);
  const { runWorker } = await import("../../worker/run-worker.ts");
  try {
    const tell = (error: Error, where: string): void => log("warn", where, { error: error.message });
    await runWorker(settings, tell, () => log("info", "worker ready", { workers: settings.workers }));
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}
