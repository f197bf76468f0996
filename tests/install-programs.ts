import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that tests run for real, and the Debian package that brings it. */
interface Needed {
  readonly name: string;
  readonly package: string;
  readonly isThere: () => boolean;
}

const onPath = (name: string) => (): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Debian puts PostgreSQL's server programs beside the path: /usr/lib/postgresql/15/bin. */
const hasPostgres = (): boolean => {
  const root = "/usr/lib/postgresql";
  return existsSync(root) && readdirSync(root).some((version) => existsSync(join(root, version, "bin/postgres")));
};

const NEEDED: readonly Needed[] = [
  { name: "redis-server", package: "redis-server", isThere: onPath("redis-server") },
  { name: "postgres", package: "postgresql", isThere: hasPostgres },
  { name: "Chromium", package: "chromium-headless-shell", isThere: onPath("chromium-headless-shell") },
  {
    name: "LibreOffice Calc",
    package: "libreoffice-calc",
    isThere: () => existsSync("/usr/lib/libreoffice/program/libsclo.so"),
  },
  {
    name: "LibreOffice Writer",
    package: "libreoffice-writer",
    isThere: () => existsSync("/usr/lib/libreoffice/program/libswlo.so"),
  },
  { name: "Chinese fonts", package: "fonts-noto-cjk", isThere: () => existsSync("/usr/share/fonts/opentype/noto") },
];

const missing = NEEDED.filter(({ isThere }) => !isThere());
const packages = missing.map((each) => each.package);
if (packages.length > 0) install();

function install(): void {
  console.log(`The tests run ${missing.map(({ name }) => name).join(", ")}; installing ${packages.join(", ")}.`);
  const mayInstall = process.getuid?.() === 0 && onPath("apt-get")();
  if (!mayInstall) stop();
  const options: SpawnSyncOptions = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}

function stop(): never {
  console.error(
    `Expected these programs for the tests. Install them first: sudo apt-get install ${packages.join(" ")}`,
  );
  process.exit(1);
}
