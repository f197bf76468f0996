import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { notesOf } from "../../../core/settings.ts";
import { EXIT } from "../exit-codes.ts";
import { defaultWording } from "../language.ts";
import { createLog } from "./log.ts";
import { type SettingFlags, settingsOf, withSettings } from "./settings-options.ts";
import { whenTold } from "./when-told.ts";

const HELP = `
With nothing configured, everything runs in this one process: an embedded database and the files in the data folder,
the queue, two workers, the API and the web page on http://127.0.0.1:8080. REDIS_URL and DATABASE_URL move queue and
store to servers, FILES_URL the files; fangan worker adds workers on other machines.

An address beyond this machine needs API keys first: fangan keys create. 'fangan config' shows what is in force.
SIGTERM and SIGINT stop it: files in hand are finished, or go back to the queue.

Exit status:
  0    it was told to stop
  1    it could not start: a line says why and what to do
  2    a setting is wrong

Examples:
  fangan serve
  fangan serve --port 9000 --data /var/lib/fangan
  DATABASE_URL=postgres://fangan@db/fangan REDIS_URL=redis://queue fangan serve --workers 0
`;

/** `fangan serve`: the whole service. */
export function serveCommand(): Command {
  return withSettings(
    new Command("serve").description("run the service: upload, digitise, store, serve (API and web page)"),
  )
    .addHelpText("after", HELP)
    .action(async (flags: SettingFlags) => {
      process.exitCode = await runServe(flags);
    });
}

async function runServe(flags: SettingFlags): Promise<number> {
  const settings = settingsOf(flags, defaultWording(process.env), (line) => process.stderr.write(`${line}\n`));
  if (!settings) return EXIT.usage;
  process.env[notesOf("soffice").env] = settings.soffice;
  const told = whenTold();
  const { startService } = await import("../../server/start-service.ts");
  try {
    const log = createLog(settings.logLevel);
    const webFolder = findWebPage();
    if (webFolder === null) log("warn", "the web page is not built: npm start builds it; the API is served alone");
    const { url, close } = await startService(settings, log, webFolder);
    process.stdout.write(`方案 Fangan: ${url}\n`);
    await told;
    await close();
    return EXIT.done;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}

/** Where `vite build src/apps/web` puts the page; null where it was not run. */
function findWebPage(): string | null {
  const folder = join(import.meta.dirname, "../../../../out/web");
  return existsSync(join(folder, "index.html")) ? folder : null;
}
