import type { Outcome } from "../core/outcome.ts";
import type { SourceDocument } from "../core/source-block.ts";

/** What a reader may use besides the bytes. */
export interface ReadOptions {
  /** File name as given by the user; a hint at most, never trusted. */
  readonly fileName: string;
}

/**
 * Turns the bytes of one format into blocks.
 * @throws ReadError where nothing can be read (encrypted, damaged, no text).
 */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Outcome<SourceDocument>>;
