import { createHash } from "node:crypto";

/** Numbers, brackets and small words: what a new version changes first. */
const BRACKETED = /[（(【[][^（(【[）)】\]]*[）)】\]]/gu;
const SMALL = /[的地得了等和与及或并且各其该等、]/gu;

/** What a text is about: Chinese characters and letters outside brackets, without numbers and small words. */
const gistOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(BRACKETED, "")
    .replace(SMALL, "")
    .replace(/[^\p{L}]+/gu, "");

/**
 * An id made of the content alone: the same demand has the same id in any version, at any place, with other numbers, brackets or
 * marks. A text that is only numbers and marks is taken as it stands.
 */
export const contentId = (prefix: string, text: string): string => {
  const hash = createHash("sha256").update(gistOf(text) || text.normalize("NFKC").trim());
  return `${prefix}-${hash.digest("hex").slice(0, 10)}`;
};

/** Gives each text an id; one that is taken gets `-2`, `-3` … in order. */
export function contentIds(prefix: string, texts: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return texts.map((text) => {
    const plain = contentId(prefix, text);
    let id = plain;
    for (let count = 2; used.has(id); count++) id = `${plain}-${count}`;
    used.add(id);
    return id;
  });
}
