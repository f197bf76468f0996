import type { Responsibility, Role } from "../../schemas/responsibility.ts";
import type { Bracket } from "../core/brackets.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { LONGEST_NAME, ROLE_VERBS, roleOfLabel } from "./role-words.ts";

const LABEL = /([牵主责落实承配协参支监督指完时进期联建分包负][\p{Script=Han}（）()、和及]{1,11}?)\s*[：:]/gu;
/** A verb closes its clause: `市场监督管理局` holds no verb. */
const PROSE_VERB = new RegExp(
  `(?:${ROLE_VERBS.map(([, verb]) => `(${verb})`).join("|")})(?=[，,；;。、）)\\s]|等|$)`,
  "gu",
);

/** `；以下均需各市人民政府落实，不再列出` and `，排第一位的为牵头单位，下同` speak of the items that follow. */
export const dropRider = (bracket: Bracket): Bracket => ({
  ...bracket,
  content: bracket.content
    .replace(/[，；,;。]?\s*[排列](?:名|在)*(?:第一|首)位?的?(?:单位|部门)?[为是][^；;]*$/u, "")
    .replace(/[，,；;]\s*下同\s*$/u, "")
    .replace(/[；;，,。]?\s*(?:以下|下同|以上)[^；;]{0,30}(?:不再|下同|均需|均由)[^；;]*$/u, ""),
});

const HAS_LABEL = /(?:牵头|责任|配合|主办|协办|承办|参与|协同|协作|督导|监督|指导|落实|实施|主责)[^：:]{0,12}[：:]/u;
const HAS_VERB = /(?:负责|牵头|配合|参与|分工|落实|指导|督导)(?:落实|实施|推进|等)?[。\s]*$|牵头[，,；;]/u;

/** Whether a bracket gives roles: by a label, by a closing verb, or as bodies alone after a sentence. */
export function isRoleBracket(bracket: Bracket, text: string): boolean {
  const content = bracket.content.trim();
  if (HAS_LABEL.test(content)) return true;
  if (HAS_VERB.test(content)) return unitsBefore(content).length > 0;
  const afterSentence = /[。；！]\s*$/u.test(text.slice(Math.max(0, bracket.start - 2), bracket.start));
  const closes =
    afterSentence || (/^[\s。；;]*(?:\n|$)/u.test(text.slice(bracket.end, bracket.end + 3)) && /[、，]/u.test(content));
  return closes && isBodies(content);
}

const isBodies = (content: string): boolean => {
  const units = splitUnits(content);
  return (
    units.length > 0 &&
    units.every((unit) => isBody(unit) && unit.length >= 3) &&
    /[局委办厅部府会所]|部门|单位/u.test(content)
  );
};

const unitsBefore = (content: string): string[] => readClauses(content).flatMap((entry) => entry.units);

/** What a bracket of roles says: by labels, by verbs, or bodies alone, which are responsible. */
export function readBracket(content: string): Responsibility[] {
  if (HAS_LABEL.test(content)) return readLabels(content);
  if (HAS_VERB.test(content)) return readClauses(content);
  return toEntry("responsible", content);
}

/** `牵头单位：A；责任单位：B、C` → one entry a label. */
export function readLabels(content: string): Responsibility[] {
  const labels = [...content.matchAll(LABEL)].filter(
    (match) => roleOfLabel(match[1]!) !== null || /完成|时限|时间|进度|期限|领导|联系/u.test(match[1]!),
  );
  return labels.flatMap((label, index) => {
    const role = roleOfLabel(label[1]!);
    const value = content.slice(label.index + label[0].length, labels[index + 1]?.index ?? content.length);
    if (!role) return [];
    const list = value.split(/[。]/u)[0]!;
    return HAS_VERB.test(list) ? readClauses(list) : toEntry(role, list);
  });
}

/** `A牵头，B、C按职责分工负责` → one entry a verb. */
function readClauses(content: string): Responsibility[] {
  const entries: Responsibility[] = [];
  let from = 0;
  for (const verb of content.matchAll(PROSE_VERB)) {
    const before = content.slice(from, verb.index);
    const role = ROLE_VERBS[verb.slice(1).findIndex((group) => group !== undefined)]![0];
    from = verb.index + verb[0].length;
    entries.push(...toEntry(role, before.replace(/^[\s，,；;、。]*由?/u, "")));
  }
  return entries;
}

function toEntry(role: Role, list: string): Responsibility[] {
  const units = splitUnits(list.replace(/(?:等)?(?:按照?职责(?:分工)?|分工|分别|共同)(?:负责)?$/u, "")).filter(
    (unit) => unit.length > 1 && unit.length <= LONGEST_NAME,
  );
  return units.length ? [{ role, units }] : [];
}
