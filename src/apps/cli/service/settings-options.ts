import { type Command, Option } from "commander";
import type { Settings } from "../../../../schemas/settings.ts";
import {
  flagOf,
  notesOf,
  readSettings,
  SETTING_NAMES,
  type SettingName,
  type WrongSetting,
} from "../../../core/settings.ts";
import type { Wording } from "../language.ts";

export type SettingFlags = Readonly<Partial<Record<SettingName, string>>>;

/** Gives a command a flag for every setting; what no flag says, the environment does. */
export function withSettings(command: Command, names: readonly SettingName[] = SETTING_NAMES): Command {
  for (const name of names) {
    const { env, en, zh } = notesOf(name);
    command.addOption(new Option(`${flagOf(name)} <value>`, `${zh} · ${en} [${env}]`));
  }
  return command;
}

/** The settings in force, or null after every wrong one has been told. */
export function settingsOf(flags: SettingFlags, wording: Wording, tell: (line: string) => void): Settings | null {
  const read = readSettings(process.env, flags);
  if (read.kind === "settings") return read.settings;
  for (const wrong of read.wrong) tell(sayWrong(wrong, wording));
  return null;
}

export function sayWrong({ setting, expected, expectedZh, came }: WrongSetting, wording: Wording): string {
  const zh = `设置 ${setting} 应为${expectedZh}，实际为“${came}”。`;
  const en = `The setting ${setting} should be ${expected}, came: ${came}.`;
  return wording === "zh" ? zh : wording === "en" ? en : `${zh} ${en}`;
}
