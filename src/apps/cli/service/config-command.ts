import { Command } from "commander";
import { describeSettings, readSettings, type ShownSetting } from "../../../core/settings.ts";
import { EXIT } from "../exit-codes.ts";
import { defaultWording, type Wording } from "../language.ts";
import { type Column, writeTable } from "../text-table.ts";
import { type SettingFlags, sayWrong, withSettings } from "./settings-options.ts";

const HELP = `
Shows every setting in force with its value, where it comes from (flag, environment, default) and what it is for.
Passwords and keys are never shown.

Exit status:
  0    every setting can be used
  2    a setting is wrong: a line names it, with what was expected

Examples:
  fangan config
  FANGAN_PORT=9000 fangan config --json
`;

/** `fangan config`: the settings in force. */
export function configCommand(): Command {
  return withSettings(new Command("config").description("show the settings in force, secrets hidden"))
    .option("--json", "print them as JSON", false)
    .addHelpText("after", HELP)
    .action(({ json, ...flags }: SettingFlags & { readonly json: boolean }) => {
      process.exitCode = showConfig(flags, json);
    });
}

function showConfig(flags: SettingFlags, json: boolean): number {
  const wording = defaultWording(process.env);
  const read = readSettings(process.env, flags);
  if (read.kind === "wrong") {
    for (const wrong of read.wrong) process.stderr.write(`${sayWrong(wrong, wording)}\n`);
    return EXIT.usage;
  }
  const shown = describeSettings(read);
  process.stdout.write(
    json ? `${JSON.stringify(shown, null, 2)}\n` : `${writeTable(columnsOf(wording), shown.map(cellsOf(wording)))}\n`,
  );
  return EXIT.done;
}

const columnsOf = (wording: Wording): Column[] => [
  { heading: wording === "zh" ? "设置" : "setting", side: "left", most: 32 },
  { heading: wording === "zh" ? "值" : "value", side: "left", most: 50 },
  { heading: wording === "zh" ? "来源" : "from", side: "left", most: 12 },
  { heading: wording === "zh" ? "说明" : "what for", side: "left", most: 120 },
];

const cellsOf =
  (wording: Wording) =>
  ({ env, value, origin, zh, en }: ShownSetting): string[] => [
    env,
    value,
    origin,
    wording === "zh" ? zh : wording === "en" ? en : `${zh} ${en}`,
  ];
