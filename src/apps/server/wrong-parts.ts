import { z } from "zod";
import type { Problem } from "../../../schemas/problem.ts";
import { findAt } from "../../core/json-pointer.ts";
import type { Language } from "../../core/sentences/sentence.ts";

/** A part of a request that has not the shape of its schema, as the validator of the HTTP library tells it. */
export interface ValidationPart {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: object;
}

const LONGEST_VALUE = 100;
const { localeError } = z.locales.zhCN();

/** A key is not repeated, wherever an answer may be kept. */
const SECRET = /(?:^|\/)key$/;

/** What was expected where, in the client's language, and what came; a list or an object that came is not repeated. */
export function findWrongParts(
  parts: readonly ValidationPart[],
  given: unknown,
  language: Language,
): NonNullable<Problem["errors"]> {
  return parts.map((part) => {
    const value = part.instancePath === "/" ? given : findAt(given, part.instancePath);
    const isShown = value !== undefined && typeof value !== "object" && !SECRET.test(part.instancePath);
    const chinese = language === "zh" ? sayInChinese(part, value) : null;
    return {
      path: part.instancePath || "/",
      expected: chinese ?? part.message ?? "another value",
      came: isShown ? String(value).slice(0, LONGEST_VALUE) : "",
    };
  });
}

function sayInChinese({ keyword, params }: ValidationPart, input: unknown): string | null {
  const said = localeError({ ...params, code: keyword, input, path: [] } as z.core.$ZodRawIssue);
  return (typeof said === "object" ? said?.message : said) ?? null;
}
