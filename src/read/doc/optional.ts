import { ReadError } from "../../core/outcome.ts";
import type { Tally } from "../tally.ts";

/** Reads a part that the text can be read without; where it is damaged, says so and goes on with `otherwise`. */
export type Optional = <T>(name: string, read: () => T, otherwise: NoInfer<T>) => T;

/** @param tally Gets `damaged <name>` for each part that could not be read. */
export const createOptional =
  (tally: Tally): Optional =>
  (name, read, otherwise) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof ReadError)) throw error;
      tally.add(`damaged ${name}`);
      return otherwise;
    }
  };
