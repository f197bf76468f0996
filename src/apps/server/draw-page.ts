import type { DocumentRecord } from "../../../schemas/document-record.ts";
import { ReadError } from "../../core/outcome.ts";
import { Refusal } from "./problem-codes.ts";
import type { Service } from "./service.ts";

/** More clients than that who wait for the drawers would wait too long. */
const MOST_WAITING = 40;

/** Draws pages, one after the other; gives PNG. */
export function createPageDrawer({ store, drawers }: Service) {
  let waiting = 0;
  /** @throws ReadError, Refusal `busy`, `no-pages`. */
  return async ({ sha256 }: DocumentRecord, page: number, scale: number): Promise<Uint8Array> => {
    if (waiting >= MOST_WAITING) throw new Refusal("busy", { waiting });
    waiting++;
    try {
      const result = await drawers.run({ bytes: await store.files.read(sha256), page, scale });
      if (result.kind === "failed" && result.said.code === "unsupported-format")
        throw new Refusal("no-pages", result.said.facts);
      if (result.kind === "failed") throw new ReadError(result.said.code, result.said.facts);
      return result.png;
    } finally {
      waiting--;
    }
  };
}
