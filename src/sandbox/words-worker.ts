import { searchWords } from "../store/search-words.ts";
import { serveJobs } from "./serve-jobs.ts";
import type { Words, WordsJob } from "./worker-messages.ts";

/** Runs in a process of its own, for the dictionary takes 300 MB and a second to load: cuts texts into the words to search by. */
serveJobs<WordsJob, Words>(async ({ texts }) => ({ kind: "words", words: searchWords(texts) }));
