import { tidy } from "./tidy.ts";

/** How the name of a body ends: a kind of office, an administrative area, or a class of addressees. */
const BODY_END =
  /(?:局|委员会|委|办公室|办公厅|办|政府|厅|部|部门|单位|中心|分局|队|院|公司|企业|集团|会|(?<!部)署|处|站|所|科|室|组|专班|司|镇|乡|街|街道|社区|村|居委|校|行|馆|台|社|厂|园|区|县|市|省|州|旗|盟|团|联|庭|机构|机关)(?:[（(][^（）()]*[）)])?$/u;

/** Whether a text reads as the name of one whole body (`县住房和城乡建设局`, `涉及镇（街道）`). */
export const isBody = (text: string): boolean => text.length > 1 && text.length <= 40 && BODY_END.test(text);

/** A bare class of places, which only goes on in the next part: `各市` in `各市、县人民政府`. */
const PLACE_CLASS = /^(?:各|全[省市州县区])?[省市州县区旗盟]{1,3}(?:[（(][^（）()]*[）)])?$/u;
const PLACE_CLASS_OF_GOVERNMENT =
  /^(?:各)?(?:[县市区州旗镇乡盟]|自治[州县旗]|地区|街道|县级市)[^、]*(?:政府|党委|管委会|办事处)(?:[（(][^（）()]*[）)])?$/u;

/** Words that close a list without naming a body. */
const CLOSING =
  /等?(?:各?(?:有关|相关|参与|成员|职能|配合|责任))?(?:部门|单位|部门单位|部门和单位|单位和部门)?(?:等)?$/u;

/** A bracket that closes a body's name with another body behind it, as cells that stand line by line are joined. */
const CLOSED_BODY = /[^省市县区旗州盟镇乡村道街（(][（(][^（）()]{1,12}[）)](?=\p{Script=Han}{3,})/gu;

/** `各州`+`市水务局`, `各市`+`县教育局`: the offices of two classes of places, the second not above the first. */
const isOfficeOfBoth = (last: string, part: string): boolean =>
  (/^各[州盟]$/u.test(last) && /^市\p{Script=Han}{2,12}[局委办厅]$/u.test(part)) ||
  (/^各市$/u.test(last) && /^[县区州]\p{Script=Han}{2,12}[局委办厅]$/u.test(part));

const isSeparator = (character: string): boolean => /[、，,；;]/u.test(character);

/**
 * Splits a list of bodies as printed: at 、，； and white space outside brackets, and at 和/及/与 only
 * between two whole bodies. `各市、县人民政府` and `县住房和城乡建设局` stay whole; 等/等部门 at the end goes.
 */
export function splitUnits(text: string): string[] {
  const parts = splitOutsideBrackets(text.trim().replace(/[。.：:]+$/u, ""))
    .flatMap(splitSpaces)
    .flatMap(splitClosed);
  const units = joinPlaceClasses(parts).flatMap(splitConjunction).map(dropClosing);
  // `县水务局和县财政局等`: the last body is whole only without 等.
  return units.flatMap(splitConjunction).map(trimMarks).filter(Boolean);
}

/** A bracket that is never closed keeps the marks that stand in it. */
const trimMarks = (part: string): string => part.replace(/^[\s、，,；;]+|[\s、，,；;]+$/gu, "");

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of text) {
    if (/[（(]/u.test(character)) depth++;
    if (/[）)]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isSeparator(character)) {
      parts.push(current);
      current = "";
    } else current += character;
  }
  return [...parts, current].map((part) => part.trim()).filter(Boolean);
}

/** `城建中心（小区内）规保办（小区外）` is two bodies; `各镇（街道）人民政府` and `县公安局（交警大队）` are one. */
function splitClosed(part: string): string[] {
  for (const match of part.matchAll(CLOSED_BODY)) {
    const at = match.index + match[0].length;
    const [left, right] = [part.slice(0, at), part.slice(at)];
    if (isBody(left) && isBody(right)) return [left, ...splitClosed(right)];
  }
  return [part];
}

/** White space parts two bodies only where a whole body stands before it: `公安\n分局 城建局` → `公安分局`, `城建局`. */
function splitSpaces(part: string): string[] {
  const bodies: string[] = [];
  let current = "";
  for (const word of part.split(/\s+/u)) {
    if (current && isBody(tidy(current))) {
      bodies.push(tidy(current));
      current = word;
    } else current = current ? `${current} ${word}` : word;
  }
  return [...bodies, tidy(current)].filter(Boolean);
}

/** `各市`+`县人民政府`, and the short list `各委、办、局` that is one class of bodies. */
const goesOn = (last: string, part: string): boolean =>
  (PLACE_CLASS.test(last) && PLACE_CLASS_OF_GOVERNMENT.test(part)) ||
  isOfficeOfBoth(last, part) ||
  (/^各(?:有关)?[省市县区州旗](?:[（(][^（）()]*[）)])?$/u.test(last) &&
    /^(?:县级市|[县市区旗]|自治县|县（市）|县\(市\))$/u.test(part)) ||
  (/^各省(?:$|.*(?:区|市|兵团)(?:[（(][^（）()]*[）)])?$)/u.test(last) &&
    /^(?:自治区|直辖市|计划单列市|设区市|新疆生产建设兵团)/u.test(part)) ||
  /^(?:[委办局厅部室]|单位|部门)$/u.test(part) ||
  (/党委$/u.test(last) && /^(?:人民)?政府$/u.test(part)) ||
  (/^各(?:省辖|设区)?市$/u.test(last) &&
    /^[\p{Script=Han}]{2,6}(?:示范区|开发区|新区)[\p{Script=Han}]{2,}[局委厅]$/u.test(part));

function joinPlaceClasses(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && goesOn(last, part)) joined[joined.length - 1] = `${last}、${part}`;
    else joined.push(part);
  }
  return joined;
}

function splitConjunction(part: string): string[] {
  for (const match of part.matchAll(/[和及与](?:各|其他)?|以及/gu)) {
    const left = part.slice(0, match.index);
    const right = part.slice(match.index + match[0].replace(/各|其他/gu, "").length);
    if (
      left.length > 2 &&
      right.length > 2 &&
      isBody(left) &&
      !/(?:自治区|直辖市|计划单列市)$/u.test(left) &&
      isBody(right) &&
      balanced(left)
    )
      return [left, ...splitConjunction(right)];
  }
  return [part];
}

const balanced = (text: string): boolean =>
  (text.match(/[（(]/gu)?.length ?? 0) === (text.match(/[）)]/gu)?.length ?? 0);

/** `城建中心等` → `城建中心`; a part that is only a closing (`有关部门` stays: it is an addressee). */
function dropClosing(part: string): string {
  const at = part.search(/等(?:[^（）()]{0,8})$/u);
  if (at > 0 && CLOSING.test(part.slice(at))) return part.slice(0, at);
  return part === "等" ? "" : part;
}
