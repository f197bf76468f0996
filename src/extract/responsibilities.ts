import type { Responsibility, Role } from "../../schemas/responsibility.ts";
import { type Bracket, findBrackets, splitSentences } from "../core/brackets.ts";
import { isBody, splitUnits } from "../core/split-units.ts";
import { ROLE_VERBS, roleOfLabel } from "./role-words.ts";

const LABEL = /([牵主责落实承配协参支监督指完时进期联建分包负][\p{Script=Han}（）()、和及]{1,11}?)\s*[：:]/gu;
/** A verb closes its clause: `市场监督管理局` holds no verb. */
const PROSE_VERB = new RegExp(
  `(?:${ROLE_VERBS.map(([, verb]) => `(${verb})`).join("|")})(?=[，,；;。、）)\\s]|等|$)`,
  "gu",
);
const LONGEST_NAME = 36;

/**
 * Finds who has which role in an item's text: in closing brackets (`（牵头单位：…；责任单位：…）`,
 * `（…按职责分工负责）`) and in prose (`由X牵头，Y、Z参与`). One entry a role of a bracket, in order.
 */
export function findResponsibilities(text: string): Responsibility[] {
  const brackets = findBrackets(text)
    .map(dropRider)
    .filter((bracket) => isRoleBracket(bracket, text));
  const closing = [
    ...brackets.flatMap((bracket) => readBracket(bracket.content)),
    ...readLabelLines(maskBrackets(text, brackets)),
  ];
  return merge([...readProse(maskLabelLines(maskBrackets(text, brackets))), ...closing]);
}

/** A line of its own below the item: `牵头单位：A；责任单位：B、C`, `责任单位：A牵头，B配合`. */
const readLabelLines = (text: string): Responsibility[] =>
  text.split(/[。\n]/u).flatMap((line) => (LABEL_LINE.test(line) ? readLabels(line.trim()) : []));
const maskLabelLines = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !LABEL_LINE.test(line))
    .join("\n");
const LABEL_LINE = /^\s*(?:牵头|责任|配合|主办|协办|实施|落实|监督|督导|指导)[\p{Script=Han}（）()]{0,8}[：:]/u;

/** Two clauses that give the same role to the same bodies say one thing. */
function merge(entries: readonly Responsibility[]): Responsibility[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = `${entry.role}:${entry.units.join("、")}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `；以下均需各市人民政府落实，不再列出` speaks of the items that follow. */
const dropRider = (bracket: Bracket): Bracket => ({
  ...bracket,
  content: bracket.content.replace(/[；;，,。]?\s*(?:以下|下同|以上)[^；;]{0,30}(?:不再|下同|均需|均由)[^；;]*$/u, ""),
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

function readBracket(content: string): Responsibility[] {
  if (HAS_LABEL.test(content)) return readLabels(content);
  if (HAS_VERB.test(content)) return readClauses(content);
  return toEntry("responsible", content);
}

/** `牵头单位：A；责任单位：B、C` → one entry a label. */
function readLabels(content: string): Responsibility[] {
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

/** Prose keeps its offsets; a bracket already read becomes spaces. */
function maskBrackets(text: string, brackets: readonly Bracket[]): string {
  let masked = text;
  for (const { start, end } of brackets) masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  return masked;
}

const LED =
  /(?:^|[，,：:])\s*(?:[^，。；]{0,24}?由)([^，,。；]{2,80}?)(?:总?牵头)(?:负责|组织|实施|推进|组织实施|协调)?/u;
const LED_BARE = /^([^，,。；]{2,60}?)牵头(?:负责|组织|实施|推进|组织实施)?[，,]/u;
const CHARGED =
  /(?:^|[，,：:])\s*(?:[^，。；]{0,24}?由)([^，,。；]{2,80}?)(?:具体|共同|统一|分别)?(?:负责(?!人|制)|组织实施)/u;
const HELPING =
  /[，,]\s*([^。；]{2,240}?)(?:等)?(?:相关|有关|各)?(?:部门和单位|部门单位|部门|单位)?(?:予以|给予|积极|密切|共同|协同|按职责|按照职责)?(?:参与|配合|参加|协同|协助)(?!度|率|方)/u;
const HELPING_LIST = /^([^，,。；]{2,240}?)等(?:参与|配合|协作|成员)(?:部门|单位)+/u;

/** Reads prose sentence by sentence; only bodies in front of an explicit verb of the genre are taken. */
function readProse(text: string): Responsibility[] {
  return splitSentences(text).flatMap(({ text: sentence }) => {
    const trimmed = sentence.trim();
    const lead = LED.exec(trimmed) ?? LED_BARE.exec(trimmed);
    const entries = lead ? named("lead", lead[1]!) : [];
    const charged = lead ? null : CHARGED.exec(trimmed);
    if (charged) entries.push(...named("responsible", charged[1]!));
    if (!lead && !charged) entries.push(...readChargedClauses(trimmed));
    const first = lead ?? charged;
    const rest = first ? trimmed.slice(first.index + first[0].replace(/[，,]$/u, "").length) : "";
    const help = first ? HELPING.exec(rest) : HELPING_LIST.exec(trimmed);
    if (help && (entries.length > 0 || !first)) entries.push(...named("support", help[1]!));
    return entries;
  });
}

const IN_CHARGE =
  /^([^，,。；]{2,160}?)(?:[，,]?\s*(?:按照?|根据|依据)[^，,。]{2,24}[，,]\s*)?(?:要|应)?(?:分别|具体|共同|统一|牵头|统筹)?负责(?!人|制)/u;

/** `县商务局负责…，县民政局、县教育局按照…，分别负责…`: bodies at the head of a clause; every one must be an office. */
function readChargedClauses(sentence: string): Responsibility[] {
  return sentence
    .split(/(?<=[，,])(?=(?!分别|具体|共同|并|统一)[^，,]{2,160}(?:[，,](?:分别|具体|共同|统一))?负责)/u)
    .flatMap((clause) => {
      const units = splitUnits((IN_CHARGE.exec(clause.trim())?.[1] ?? "").replace(/[（(]设在[^（）()]*[）)]/gu, ""));
      return units.length && units.every((unit) => OFFICE.test(unit) && unit.length <= 24)
        ? named("responsible", units.join("、"))
        : [];
    });
}

const OFFICE =
  /(?:局|委员会|委|办公室|办|厅|中心|分局|大队|支队|街道|办事处|[镇乡]|居委会|村委会|领导小组|部门)(?:[（(][^（）()]*[）)])?$/u;

const NOT_A_NAME = /^[将对应]|[要把使按]|会同|加强|负责|建立|开展|根据|通过|进行|落实|制定|明确|完善/u;

/** Classes of people that no drafter holds to account. */
const NO_BODY =
  /^(?:企业|群众|社会|市场|个人|业主|居民|专人|主要领导|分管领导|负责人|专家|第三方|第三方机构|政府|村民|农户)$|领导$|负责(?:人|同志)$|责任人$/u;

/** In prose every part of the list must read as a name. */
function named(role: Role, list: string): Responsibility[] {
  const units = splitUnits(list.split(/[，,]/u).at(-1) === list ? list : list.replace(/^.*?(?:机制|工作)[，,]/u, ""));
  const names = units.filter(
    (unit) => unit.length > 1 && unit.length <= LONGEST_NAME && !NOT_A_NAME.test(unit) && !NO_BODY.test(unit),
  );
  return names.length > 0 && names.length === units.length ? [{ role, units: names }] : [];
}
