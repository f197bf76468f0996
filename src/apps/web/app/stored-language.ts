import type { Language } from "../words/in-both.ts";

const KEY = "fangan-language";

/** Chinese first; English only where it was chosen. */
export const storedLanguage = (): Language => (localStorage.getItem(KEY) === "en" ? "en" : "zh");

export const rememberLanguage = (language: Language): void => localStorage.setItem(KEY, language);
