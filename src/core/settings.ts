import { type SettingNotes, Settings, settingNotes } from "../../schemas/settings.ts";

export type SettingName = keyof Settings;

/** A setting that cannot be used; `came` is hidden where the setting is a secret. `setting` is as it was written. */
export interface WrongSetting {
  readonly setting: string;
  readonly expected: string;
  readonly expectedZh: string;
  readonly came: string;
}

export type Origin = "flag" | "environment" | "default";

export type SettingsRead =
  | { readonly kind: "settings"; readonly settings: Settings; readonly origins: Readonly<Record<SettingName, Origin>> }
  | { readonly kind: "wrong"; readonly wrong: readonly WrongSetting[] };

export const SETTING_NAMES = Object.keys(Settings.shape) as SettingName[];

export const notesOf = (name: SettingName): SettingNotes => settingNotes.get(Settings.shape[name])!;

/** `shutdownSeconds` → `--shutdown-seconds`. */
export const flagOf = (name: SettingName): string =>
  `--${name.replace(/[A-Z0-9]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/**
 * Reads the settings; a flag goes before the environment, an empty text counts as unset. `flags` has the values by the
 * names of the settings. An environment variable that begins with `FANGAN_` and is no setting is wrong too: a slip of
 * the pen would otherwise go unseen.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Partial<Record<SettingName, string>>> = {},
): SettingsRead {
  const given = (name: SettingName): string | undefined => flags[name] || env[notesOf(name).env] || undefined;
  const wrong = [...unknownNames(env), ...SETTING_NAMES.flatMap((name) => findWrong(name, given(name), flags))];
  if (wrong.length > 0) return { kind: "wrong", wrong };
  const settings = Settings.parse(Object.fromEntries(SETTING_NAMES.map((name) => [name, given(name)])));
  const origin = (name: SettingName): Origin =>
    flags[name] ? "flag" : env[notesOf(name).env] ? "environment" : "default";
  const origins = Object.fromEntries(SETTING_NAMES.map((name) => [name, origin(name)])) as Record<SettingName, Origin>;
  return { kind: "settings", settings, origins };
}

function findWrong(
  name: SettingName,
  value: string | undefined,
  flags: Readonly<Partial<Record<SettingName, string>>>,
): WrongSetting[] {
  if (Settings.shape[name].safeParse(value).success) return [];
  const { env, expected, expectedZh } = notesOf(name);
  return [{ setting: flags[name] ? flagOf(name) : env, expected, expectedZh, came: hide(name, value ?? "") }];
}

/** What clients of a service (`fangan submit`) take from the environment; no settings of the service. */
const OF_CLIENTS: readonly string[] = ["FANGAN_SERVER", "FANGAN_KEY"];

function unknownNames(env: Readonly<Record<string, string | undefined>>): WrongSetting[] {
  const known = new Set([...OF_CLIENTS, ...SETTING_NAMES.map((name) => notesOf(name).env)]);
  return Object.keys(env)
    .filter((name) => name.startsWith("FANGAN_") && !known.has(name))
    .map((setting) => ({
      setting,
      expected: "a setting that exists (fangan config lists them)",
      expectedZh: "已有的设置（fangan config 可列出）",
      came: setting,
    }));
}

/** A setting as `fangan config` shows it. */
export interface ShownSetting {
  readonly name: SettingName;
  readonly env: string;
  readonly flag: string;
  readonly value: string;
  readonly origin: Origin;
  readonly en: string;
  readonly zh: string;
}

/** Every setting in force, secrets hidden. */
export const describeSettings = (read: Extract<SettingsRead, { kind: "settings" }>): ShownSetting[] =>
  SETTING_NAMES.map((name) => {
    const { env, en, zh } = notesOf(name);
    const value = read.settings[name];
    return {
      name,
      env,
      flag: flagOf(name),
      value: value === null ? "" : hide(name, String(value)),
      origin: read.origins[name],
      en,
      zh,
    };
  });

const HIDDEN = "******";

function hide(name: SettingName, value: string): string {
  const { secret } = notesOf(name);
  if (!secret || value === "") return value;
  return secret === "password" ? hidePassword(value) : HIDDEN;
}

/** `redis://me:word@host` → `redis://me:******@host`; what has no host (`me:word@host`) is hidden whole: where its secret stands is not known. */
function hidePassword(value: string): string {
  const url = URL.parse(value);
  if (!url || (url.host === "" && url.protocol !== "file:")) return HIDDEN;
  if (url.password) url.password = HIDDEN;
  for (const key of [...url.searchParams.keys()])
    if (/password|secret|token|key/i.test(key)) url.searchParams.set(key, HIDDEN);
  return url.href;
}
