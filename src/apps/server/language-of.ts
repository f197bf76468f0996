import type { Language } from "../../core/sentences/sentence.ts";

/** The language that a client asks for (`en-GB,en;q=0.9`): English where it comes first, else Chinese. */
export const languageOf = (accepted: string | undefined): Language =>
  accepted?.trim().toLowerCase().startsWith("en") ? "en" : "zh";
