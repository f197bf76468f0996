import type { SaidCode, SaidFacts } from "../../core/sentences/said.ts";
import { type Language, sentence } from "../../core/sentences/sentence.ts";

/** `both`: Chinese first, then English, on one line. */
export type Wording = Language | "both";

/** The wording where the user asked for none: Chinese in a Chinese locale, else both. */
export function defaultWording(env: Readonly<Record<string, string | undefined>>): Wording {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "both";
}

/**
 * What only this program can say of a file: it did not get as far as a reader, did not come back, or was passed over
 * in an archive.
 */
export type FailureCode =
  | "not-found"
  | "cannot-read"
  | "cannot-write"
  | "timed-out"
  | "out-of-memory"
  | "nothing-found"
  | "entries-ignored"
  | "entry-skipped"
  | "sample-misread"
  | "cannot-load"
  | "little-memory"
  | "not-needed"
  | "office-used"
  | "office-fails"
  | "json-broken"
  | "json-other"
  | "json-invalid"
  | "one-template"
  | "too-few-plans"
  | "one-plan"
  | "no-template-found"
  | "no-versions-found"
  | "name-output"
  | "folder-expected";

/** One thing to say: a message of the pipeline, or a failure of this program. */
export interface Said {
  readonly code: SaidCode | FailureCode;
  readonly facts: SaidFacts;
}

/** The command that makes JSON of a schema. */
const MADE_BY: Readonly<Record<string, string>> = {
  "plan/1": "fangan digitise",
  "standard/1": "fangan publish --format standard",
};
const madeBy = (schema: string | number | undefined): string =>
  schema !== undefined && MADE_BY[schema] ? `Make it with ${MADE_BY[schema]}.` : "Give another file.";
const madeByZh = (schema: string | number | undefined): string =>
  schema !== undefined && MADE_BY[schema] ? `请用 ${MADE_BY[schema]} 生成。` : "请换一个文件。";

type Words = Readonly<Record<FailureCode, (facts: SaidFacts) => string>>;

const EN: Words = {
  "not-found": () => "There is no such file or folder. Check the path.",
  "cannot-read": (f) => `The file cannot be read (${f.reason}). Check its permissions.`,
  "cannot-write": (f) => `${f.path} cannot be written (${f.reason}). Choose another folder with --out.`,
  "timed-out": (f) => `Not done after ${f.seconds} s, so it was stopped. Try --timeout with more seconds.`,
  "out-of-memory": (f) =>
    `It took more than ${f.megabytes} MB of memory, so it was stopped. Split the file, or try --memory.`,
  "nothing-found": () =>
    "It holds no file of a known format (txt, md, html, docx, doc, pdf, ofd, png, jpg, tiff, zip).",
  "entries-ignored": (f) => `${f.count} file(s) that a system left in the archive were passed over (${f.first}).`,
  "entry-skipped": (f) => `Passed over, for it is no document that can be read (${f.format}).`,
  "sample-misread": (f) => `The sample ${f.file} was read, but not rightly. Install afresh with npm ci.`,
  "cannot-load": (f) => `It failed on its sample (${f.reason}). Install afresh with npm ci.`,
  "little-memory": (f) => `${f.memory}: scanned pages may take ${f.wanted}. Give the machine more to read them.`,
  "json-broken": (f) => `Expected JSON (${f.expected}), but it is none, or it breaks off. Make it anew.`,
  "json-other": (f) => `Expected JSON of the schema ${f.expected}, came ${f.came}. ${madeBy(f.expected)}`,
  "json-invalid": (f) =>
    `It says ${f.expected}, but ${f.place ? `${f.place}: ` : ""}${f.reason}${f.count === 1 ? "" : ` (${f.count} faults)`}. ${madeBy(f.expected)}`,
  "one-template": (f) =>
    `Expected one plan as the template, came ${f.count}. Name one file first, then the local plans.`,
  "no-template-found": (f) =>
    `None of the ${f.count} plans names another of them as its basis. Add the template, or name it first: fangan compare TEMPLATE LOCAL.`,
  "no-versions-found": (f) => `No two of the ${f.count} plans are versions of one. Name both: fangan compare OLD NEW.`,
  "one-plan": (f) => `Expected one plan, came ${f.count} files. Name one of them.`,
  "name-output": (f) => `It makes ${f.files}, which does not go to standard output. Name a place with --out.`,
  "folder-expected": (f) =>
    `${f.count} files are to be written, but ${f.path} is the name of one. Name a folder with --out.`,
  "too-few-plans": (f) => `Expected ${f.expected} plans or more, came ${f.came}. Name more files.`,
  "not-needed": () =>
    "Not installed or switched off, and not needed: DOC and WPS files of Word 97 to 2003 are read without it. Older ones and RTF need it.",
  "office-used": (f) => `${f.path} reads DOC, WPS and RTF files. FANGAN_SOFFICE=off switches it off.`,
  "office-fails": (f) =>
    `${f.path} did not read the sample, so the own reader reads DOC and WPS files. Mend it, or set FANGAN_SOFFICE=off.`,
};

const ZH: Words = {
  "not-found": () => "没有这个文件或文件夹。请核对路径。",
  "cannot-read": (f) => `无法读取文件（${f.reason}）。请检查权限。`,
  "cannot-write": (f) => `无法写入${f.path}（${f.reason}）。请用 --out 另选文件夹。`,
  "timed-out": (f) => `${f.seconds}秒内没有完成，已停止。可用 --timeout 延长时间。`,
  "out-of-memory": (f) => `占用内存超过${f.megabytes} MB，已停止。请拆分文件，或用 --memory 调高上限。`,
  "nothing-found": () => "其中没有可识别的文件（txt、md、html、docx、doc、pdf、ofd、png、jpg、tiff、zip）。",
  "entries-ignored": (f) => `已跳过压缩包中由系统留下的${f.count}个文件（${f.first}）。`,
  "entry-skipped": (f) => `不是可以读取的文件，已跳过（${f.format}）。`,
  "sample-misread": (f) => `样本${f.file}读取结果不对。请用 npm ci 重新安装。`,
  "cannot-load": (f) => `读取样本时出错（${f.reason}）。请用 npm ci 重新安装。`,
  "little-memory": (f) => `${f.memory}：读取扫描页可能需要${f.wanted}。请为机器增加内存。`,
  "json-broken": (f) => `应为 JSON（${f.expected}），但内容不是 JSON 或不完整。请重新生成。`,
  "json-other": (f) => `应为 ${f.expected} 格式的 JSON，实际是 ${f.came}。${madeByZh(f.expected)}`,
  "json-invalid": (f) =>
    `文件自称 ${f.expected}，但${f.place ? ` ${f.place}：` : ""}${f.reason}${f.count === 1 ? "" : `（共${f.count}处）`}。${madeByZh(f.expected)}`,
  "one-template": (f) => `上级方案应为一个，实际有${f.count}个。请先写一个上级方案文件，再写本级方案。`,
  "no-template-found": (f) =>
    `${f.count}个方案中没有一个以其中另一个为依据。请加入上级方案，或直接指定：fangan compare 上级方案 本级方案。`,
  "no-versions-found": (f) => `${f.count}个方案中没有同一方案的不同版本。请直接指定：fangan compare 旧版 新版。`,
  "one-plan": (f) => `应为一个方案，实际有${f.count}个文件。请指定其中一个。`,
  "name-output": (f) => `将生成${f.files}，不能写到标准输出。请用 --out 指定位置。`,
  "folder-expected": (f) => `将写${f.count}个文件，而 ${f.path} 是单个文件名。请用 --out 指定文件夹。`,
  "too-few-plans": (f) => `至少需要${f.expected}个方案，实际有${f.came}个。请增加文件。`,
  "not-needed": () => "没有安装或已关闭，也不必需：Word 97 至 2003 的 DOC、WPS 文件不依赖它；更早的文件和 RTF 需要它。",
  "office-used": (f) => `${f.path} 用于读取 DOC、WPS、RTF 文件。设 FANGAN_SOFFICE=off 可关闭。`,
  "office-fails": (f) =>
    `${f.path} 未能读出样本，DOC、WPS 文件改由自带的读取器读取。请修复它，或设 FANGAN_SOFFICE=off。`,
};

const isFailure = (code: Said["code"]): code is FailureCode => Object.hasOwn(EN, code);

/** Puts something into words, on one line. */
export function say(said: Said, wording: Wording): string {
  if (wording === "both") return `${say(said, "zh")} ${say(said, "en")}`;
  const { code, facts } = said;
  const line = isFailure(code) ? (wording === "zh" ? ZH : EN)[code](facts) : sentence({ code, facts }, wording);
  return line.replace(/\s*\n\s*/gu, " ");
}
