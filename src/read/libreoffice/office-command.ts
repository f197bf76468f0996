import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OfficeJob } from "./office-job.ts";

/** Where things stand in the folder that a conversion has to itself. */
export const PLACES = {
  profile: "profile",
  settings: "profile/user/registrymodifications.xcu",
  result: "out",
} as const;

const MEGABYTE = 2 ** 20;
/** A plan's DOCX has less than one; a bomb is stopped. */
export const MOST_RESULT_BYTES = 50 * MEGABYTE;
const MOST_FILE_BYTES = 200 * MEGABYTE;
const MOST_MEMORY_BYTES = 4096 * MEGABYTE;

/** Without a network, and with limits of memory, time of the processor and size of files: Linux has both programs. */
const wrappers = (seconds: number): readonly (readonly string[])[] => [
  ["unshare", "--net", "--map-root-user"],
  ["prlimit", `--as=${MOST_MEMORY_BYTES}`, `--cpu=${2 * seconds}`, `--fsize=${MOST_FILE_BYTES}`, "--core=0"],
];

/** A wrapper that this machine has and allows; a container may forbid namespaces. */
const works = ([program, ...options]: readonly string[]): boolean =>
  spawnSync(program!, [...options, "true"], { stdio: "ignore", timeout: 5000 }).status === 0;

export const sourceName = ({ extension }: Pick<OfficeJob, "extension">): string => `source.${extension}`;

/** The words of the command that converts the source in `folder`; nothing in them comes from a file. */
export function officeCommand(job: OfficeJob, folder: string): string[] {
  const filter = job.filter === null ? [] : [`--infilter=${job.filter}`];
  return [
    ...wrappers(job.seconds).filter(works).flat(),
    job.office,
    `-env:UserInstallation=${pathToFileURL(join(folder, PLACES.profile))}`,
    ...["--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard"],
    ...filter,
    ...["--convert-to", "docx", "--outdir", join(folder, PLACES.result)],
    join(folder, sourceName(job)),
  ];
}

/** All that LibreOffice learns of the environment. One locale on all machines: the same file gives the same text. */
export const officeEnvironment = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  HOME: folder,
  TMPDIR: folder,
  LC_ALL: "C.UTF-8",
  SAL_USE_VCLPLUGIN: "svp",
});
