import { dirname, join, relative, resolve } from "node:path";
import type { Input } from "./find-inputs.ts";

/**
 * Gives each input its place in the output folder: its name with `.json` behind, so that `plan.pdf.json` stands
 * beside `plan.docx.json`. Inputs of the same name are kept apart by their folders below the one they share
 * (`a/plan.pdf.json`, `b/plan.pdf.json`).
 */
export function outputNames(inputs: readonly Input[]): Map<Input, string> {
  const byName = Map.groupBy(inputs, ({ name }) => name.toLowerCase());
  return new Map(
    inputs.map((input) => {
      const others = byName.get(input.name.toLowerCase())!;
      const name = others.length > 1 ? relative(commonFolder(others), placeOf(input)) : input.name;
      return [input, join(`${name}.json`)] as const;
    }),
  );
}

const placeOf = ({ path, entry = "" }: Input): string => resolve(path, entry);

function commonFolder(inputs: readonly Input[]): string {
  let folder = dirname(resolve(inputs[0]!.path));
  while (inputs.some(({ path }) => relative(folder, resolve(path)).startsWith(".."))) folder = dirname(folder);
  return folder;
}
