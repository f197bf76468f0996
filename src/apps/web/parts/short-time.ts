import type { Language } from "../words/in-both.ts";

/** `2026-01-31 09:05` in the reader's own zone, as both languages write it. */
export const shortTime = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(iso),
  );
