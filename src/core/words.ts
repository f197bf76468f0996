import { createRequire } from "node:module";

interface Segmenter {
  cut(text: string, strict?: boolean): string[];
  cutForSearch(text: string, strict?: boolean): string[];
}

let loaded: Segmenter | null = null;

/** nodejieba takes 1.4 s and 300 MB to load its dictionary: only who cuts text pays for it. */
const segmenter = (): Segmenter => {
  loaded ??= createRequire(import.meta.url)("nodejieba") as Segmenter;
  return loaded;
};

/** Cuts Chinese text into words (`建立健全工作机制` → `建立健全 工作 机制`); the words joined are the text. */
export const cutWords = (text: string): string[] => segmenter().cut(text);

/** Cuts text for a search index: long words also in their parts (`人民政府` → `人民 政府 人民政府`). */
export const cutSearchWords = (text: string): string[] => segmenter().cutForSearch(text);
