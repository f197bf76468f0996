import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** The part of the environment that says where LibreOffice is. */
export interface OfficeEnvironment {
  readonly PATH?: string | undefined;
  /** A path of `soffice`; `off`: it is not used even where it is installed; `auto` or nothing: PATH finds it. */
  readonly FANGAN_SOFFICE?: string | undefined;
}

const NAMES = ["soffice", "libreoffice"];
const OFF = "off";
const AUTO = "auto";

/** The path of LibreOffice on this machine, as the setting FANGAN_SOFFICE says it or as PATH finds it; null where it is not to be used. */
export async function findOffice({ PATH, FANGAN_SOFFICE }: OfficeEnvironment): Promise<string | null> {
  if (FANGAN_SOFFICE === OFF) return null;
  if (FANGAN_SOFFICE && FANGAN_SOFFICE !== AUTO) return FANGAN_SOFFICE;
  // A relative folder of PATH would find a program beside the documents.
  const folders = (PATH ?? "").split(delimiter).filter(isAbsolute);
  for (const name of NAMES)
    for (const folder of folders) if (await canRun(join(folder, name))) return join(folder, name);
  return null;
}

const canRun = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
