import type { SubmissionFailure } from "../../../../schemas/submission.ts";
import { EN } from "../../../core/sentences/en.ts";
import type { Sentences } from "../../../core/sentences/said.ts";
import { ZH } from "../../../core/sentences/zh.ts";
import { harmless } from "../parts/harmless.ts";
import type { Language } from "../words/in-both.ts";
import { uploadWords } from "../words/upload.ts";

const READING: Readonly<Record<Language, Sentences>> = { zh: ZH, en: EN };

/** Why a file gave no plan, in words: what reading says, or the service's own reasons. */
export function failureText({ code, facts }: SubmissionFailure, language: Language): string {
  const words = uploadWords[language];
  if (code === "file-missing") return words.fileMissing;
  if (code === "storage-unavailable") return words.storageUnavailable;
  const table: Readonly<Record<string, Sentences[keyof Sentences] | undefined>> = READING[language];
  return harmless(table[code]?.(facts) ?? words.unknownFailure(code));
}
