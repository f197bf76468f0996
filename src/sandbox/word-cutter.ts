import type { CutSearchWords } from "../store/search-words.ts";
import type { Words, WordsJob } from "./worker-messages.ts";
import { createWorkerPool, WORDS_WORKER } from "./worker-pool.ts";

const LIMITS = { seconds: 60, megabytes: 1024 };

/** Cuts words in a process that is started for the first text. `cut` throws where that process died, as by a lack of memory. */
export function createWordCutter(): { readonly cut: CutSearchWords; readonly close: () => Promise<void> } {
  const pool = createWorkerPool<WordsJob, Words>(WORDS_WORKER, 1, LIMITS);
  return {
    cut: async (texts) => {
      const result = await pool.run({ texts });
      if (result.kind === "failed") throw new Error(`words could not be cut: ${JSON.stringify(result.said)}`);
      return result.words;
    },
    close: pool.close,
  };
}
