import { type Command, InvalidArgumentError, Option } from "commander";

/** `5` → 5; an option's argument that must be a whole number from 1. */
export function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("Expected a whole number from 1.");
  return Number(text);
}

/** The options of every command that turns files into plans. */
export const withLoadOptions = (command: Command): Command =>
  command
    .option("--timeout <seconds>", "time to digitise one file; a scanned page takes 2 to 6", positiveInteger, 600)
    .option("--memory <MB>", "memory to digitise one file", positiveInteger, 1024)
    .addOption(new Option("--lang <lang>", "language of what is said").choices(["zh", "en", "both"]));
