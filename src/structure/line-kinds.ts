import { foldWidth } from "../core/fold-width.ts";
import { findNumbering } from "../core/numbering.ts";
import { squash, tidy } from "../core/tidy.ts";

/** Kinds of document that carry a plan or a standard; the last word of its title. */
export const PLAN_WORD =
  /(?:方案|计划|规划|意见|措施|办法|细则|标准|体系|要点|规则|规程|规范|指南|纲要|决定|行动|清单|指标|制度|预案|表)$/u;

/** 〔2021〕18号 with the 机关代字 before it (GB/T 9704-2012 §7.2.5), also letter-spaced; brackets vary in the wild. */
export const DOCUMENT_NUMBER =
  /(?:(?<!\p{Script=Han})(?:\p{Script=Han}\s){2,12}\p{Script=Han}|[\p{Script=Han}A-Za-z]{1,20}(?:[（(]\p{Script=Han}{1,4}[）)]\p{Script=Han}{0,4})?)\s*[〔［【[（(]\s*(?:19|20)\d{2}\s*[〕］】\])）]\s*第?\s*\d{1,5}\s*号/u;

const SIGNED_DATE =
  /^[（(]?\s*((?:(?:19|20)\d{2}|[一二][〇零○Ｏ九].{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日)\s*[）)]?$/u;

/** A paragraph that is nothing but a day: 成文日期. Returns the date as printed. */
export const findSignedDate = (text: string): string | null => SIGNED_DATE.exec(foldWidth(tidy(text)))?.[1] ?? null;

const LAST_MARK = /[。；;：:！!？?，,、]$/u;

/** Whether a paragraph may be a line of a title: short, without closing punctuation, number or date. */
export function isTitleLine(text: string): boolean {
  const line = tidy(text);
  return (
    line.length > 1 &&
    line.length <= mostTitleLength(line) &&
    !LAST_MARK.test(line) &&
    !findNumbering(line) &&
    !isOther(line)
  );
}

/** Bodies that issue together may all stand in the one line that their notice's title has. */
const mostTitleLength = (line: string): number => (line.includes("关于") && line.endsWith("的通知") ? 200 : 70);

const isOther = (line: string): boolean =>
  findSignedDate(line) !== null ||
  /^附\s*[件表录]\s*[\d一二三四五六七八九十]*\s*[：:]?$/u.test(line) ||
  /^[（(]此件|日\s*印发$|^抄送|联系人|联系电话|^附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[：:]/u.test(line) ||
  isDocumentNumber(line);

/** A line that holds a 发文字号 and at most the issuer's name before it or 签发人 after it. */
export const isDocumentNumber = (line: string): boolean => {
  const match = DOCUMENT_NUMBER.exec(foldWidth(line));
  return match !== null && squash(line).length - squash(match[0]).length <= 24 && !/[。《]|关于/u.test(line);
};

/** 主送机关: the addressees before the text, closed by a colon (GB/T 9704-2012 §7.3.2). */
export const isRecipients = (text: string): boolean => {
  const line = tidy(text);
  return (
    /[：:]$/u.test(line) &&
    line.length <= 300 &&
    !/[。；]/u.test(line) &&
    !findNumbering(line) &&
    ADDRESSEE.test(line) &&
    !/如下[：:]$/u.test(line)
  );
};
const ADDRESSEE =
  /(?:政府|部门|单位|街道|办事处|委员会|委|局|办|厅|机构|镇|乡|区|县|市|居委|公司|企业|学校|院校|科室|中心|村|社区|支队|大队|组|会|院|室|所|队|处|科|站|校|司|行|街|园|馆|厂|[残妇文侨]联|工商联|科协)(?:[（(].*[）)])?[：:]$/u;
