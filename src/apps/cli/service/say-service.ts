import type { Problem } from "../../../../schemas/problem.ts";
import type { SubmissionFailure } from "../../../../schemas/submission.ts";
import { EN } from "../../../core/sentences/en.ts";
import type { SaidFacts } from "../../../core/sentences/said.ts";
import type { Language } from "../../../core/sentences/sentence.ts";
import { ServiceProblem, ServiceUnreachable } from "../../client/service-problem.ts";
import { PROBLEMS } from "../../server/problem-codes.ts";
import { type Said, say, type Wording } from "../language.ts";

type Words = Readonly<Record<Language, (facts: SaidFacts) => string>>;

/** Why a service gave no plan, beside what the readers say. */
const FAILURES: Readonly<Record<string, Words>> = {
  "file-missing": {
    zh: () => "文件库中已没有该文件。请重新上传。",
    en: () => "The service no longer has the file. Upload it again.",
  },
  "file-damaged": {
    zh: () => "文件库中的该文件已损坏。请重新上传。",
    en: () => "The file was damaged in the service's storage. Upload it again.",
  },
  "gave-up": {
    zh: (f) => `多次尝试后放弃（${f.reason}）。可用 fangan retry 再试。`,
    en: (f) => `Given up after several tries (${f.reason}). Try again with fangan retry.`,
  },
  cancelled: { zh: () => "已取消。", en: () => "It was cancelled." },
};

const OTHER = {
  unreachable: {
    zh: (f) => `无法连接服务 ${f.server}（${f.reason}）。请用 fangan serve 启动，或用 --server 指定地址。`,
    en: (f) =>
      `The service ${f.server} cannot be reached (${f.reason}). Start it with fangan serve, or name it with --server.`,
  },
  "server-wrong": {
    zh: (f) => `--server 应为以 http:// 或 https:// 开头的网址，实际为“${f.came}”。`,
    en: (f) => `--server should be a URL that begins with http:// or https://, came: ${f.came}.`,
  },
  "key-wrong": {
    zh: () => "访问密钥应为 fangan_ 开头的字母和数字。请检查 --key 或 FANGAN_KEY。",
    en: () => "An API key is fangan_ and letters and digits. Check --key or FANGAN_KEY.",
  },
  "no-such": {
    zh: (f) => `服务中没有编号为 ${f.id} 的批次或文件。fangan status 可列出批次。`,
    en: (f) => `The service has no batch or file ${f.id}. fangan status lists the batches.`,
  },
  "name-one": {
    zh: () => "请写出文件或批次的编号，或用 --failed 重试全部失败的文件。",
    en: () => "Name a file or a batch, or try all failed files again with --failed.",
  },
  "folder-wanted": {
    zh: (f) => `${f.path} 应为可写的文件夹（${f.reason}）。`,
    en: (f) => `${f.path} should be a folder that can be written (${f.reason}).`,
  },
  back: { zh: (f) => `服务 ${f.server} 已恢复。`, en: (f) => `The service ${f.server} is back.` },
  fault: { zh: (f) => `程序出错：${f.reason}`, en: (f) => `The program failed: ${f.reason}` },
} as const satisfies Record<string, Words>;

const inWords = ({ zh, en }: Words, facts: SaidFacts, wording: Wording): string =>
  wording === "zh" ? zh(facts) : wording === "en" ? en(facts) : `${zh(facts)} ${en(facts)}`;

export const sayOther = (code: keyof typeof OTHER, facts: SaidFacts, wording: Wording): string =>
  inWords(OTHER[code], facts, wording);

/** Why a file gave no plan; of a code that only a later server knows, the code. */
export function sayFailure({ code, facts }: Pick<SubmissionFailure, "code" | "facts">, wording: Wording): string {
  const own = Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined;
  if (own) return inWords(own, facts, wording);
  return isSaid(code) ? say({ code, facts }, wording) : `${code} ${JSON.stringify(facts)}`;
}

const isSaid = (code: string): code is Said["code"] => Object.hasOwn(EN, code);

/** What the service refused, in the reader's language; the service itself answers in one of them only. */
export function sayProblem({ code, detail, facts = {}, requestId }: Problem, wording: Wording): string {
  const words = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : undefined;
  return words ? inWords(words, { ...facts, requestId }, wording) : detail;
}

/** Whatever a call of the client threw, as one line. */
export function sayError(error: unknown, server: string, wording: Wording): string {
  if (error instanceof ServiceProblem) return sayProblem(error.problem, wording);
  if (error instanceof ServiceUnreachable) return sayOther("unreachable", { server, reason: error.reason }, wording);
  return sayOther("fault", { reason: error instanceof Error ? error.message : String(error) }, wording);
}
