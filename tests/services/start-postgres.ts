import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findFreePort, runToEnd, type Started, waitUntil } from "./started.ts";

export interface Postgres extends Started {
  /** Of a database of its own, made for this call. */
  readonly createDatabase: () => Promise<string>;
  readonly folder: string;
}

/** Where Debian's package puts the programs (`/usr/lib/postgresql/15/bin`). */
function findPrograms(): string {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
  if (!found)
    throw new Error("PostgreSQL's programs were expected below /usr/lib/postgresql; apt-get install postgresql");
  return found;
}

/** PostgreSQL refuses to run as root: there its own user runs it. */
const asUser = (args: readonly string[]): [string, string[]] =>
  userInfo().uid === 0 ? ["runuser", ["-u", "postgres", "--", ...args]] : [args[0]!, args.slice(1)];

/** An empty folder that PostgreSQL's user may write to. */
async function createFolder(prefix: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (userInfo().uid === 0) await runToEnd("chown", ["postgres", folder]);
  chmodSync(folder, 0o700);
  return folder;
}

/** The data of an empty server. Making them takes seconds, so each server's are copies of those that the first one made. */
async function makeTemplate(programs: string): Promise<string> {
  const template = join(tmpdir(), `fangan-postgres-template-${userInfo().uid}-${programs.replaceAll("/", "-")}`);
  if (existsSync(join(template, "data"))) return join(template, "data");
  const making = await createFolder("fangan-making-");
  const options = ["-U", "fangan", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await runToEnd(...asUser([join(programs, "initdb"), "-D", join(making, "data"), ...options]));
  try {
    renameSync(making, template);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return join(template, "data");
}

/** Starts a PostgreSQL server of the test's own. `isSafe` turns fsync on: for tests that kill it. */
export async function startPostgres({ isSafe = false }: { readonly isSafe?: boolean } = {}): Promise<Postgres> {
  const programs = findPrograms();
  const folder = await createFolder("fangan-postgres-");
  const data = join(folder, "data");
  const port = await findFreePort();
  const run = (program: string, ...args: string[]): Promise<string> =>
    runToEnd(...asUser([join(programs, program), ...args]));
  await runToEnd(...asUser(["cp", "-R", await makeTemplate(programs), data]));
  const fsync = isSafe ? "on" : "off";
  const options = `-p ${port} -k ${folder} -h 127.0.0.1 -c fsync=${fsync} -c max_connections=200 -c shared_buffers=64MB`;
  const start = async (): Promise<void> => {
    const log = join(folder, "log");
    await run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "-t", "60", "start").catch((error: Error) => {
      throw new Error(`${error.message}\n${existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : "no log"}`);
    });
  };
  const stop = async (mode: string): Promise<void> => {
    await run("pg_ctl", "-D", data, "-m", mode, "-w", "-t", "60", "stop");
  };
  const url = (database: string): string => `postgres://fangan@127.0.0.1:${port}/${database}`;
  await start();
  let isUp = true;
  let databases = 0;
  return {
    port,
    folder,
    start: async () => {
      if (!isUp) await start();
      isUp = true;
    },
    stop: async () => {
      if (isUp) await stop("fast");
      isUp = false;
      rmSync(folder, { recursive: true, force: true });
    },
    restart: async () => {
      await stop("fast");
      await start();
    },
    kill: async () => {
      const [pid] = (await run("pg_ctl", "-D", data, "status")).match(/(?<=PID: )\d+/) ?? [];
      process.kill(Number(pid), "SIGSTOP");
      const family = [pid!, ...findChildren(pid!)];
      process.kill(Number(pid), "SIGKILL");
      isUp = false;
      await waitUntil("PostgreSQL's children end", async () => !family.some(isRunning));
      for (const lock of [join(data, "postmaster.pid"), join(folder, `.s.PGSQL.${port}.lock`)])
        rmSync(lock, { force: true });
    },
    createDatabase: async () => {
      const name = `test_${process.pid}_${++databases}`;
      const client = new pg.Client({ connectionString: url("postgres") });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
  };
}

/** What stands behind a process's name in `/proc/<pid>/stat`: first its state and its parent. */
const readStat = (pid: string): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
  } catch {
    return [];
  }
};

const findChildren = (parent: string): string[] =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name) && readStat(name)[1] === parent);

/** After a kill the backends end by themselves; one that nobody waits for stays as a zombie, which holds nothing but its locks. */
const isRunning = (pid: string): boolean => !["Z", "X", undefined].includes(readStat(pid)[0]);
