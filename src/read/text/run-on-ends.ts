const TITLE_END = "(?:通知|意见|方案|办法|措施|计划|细则|规定)(?:[（(][^（()）]{1,14}[）)])?(?![的》])";
const DATE = String.raw`\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日`;
const BODY = "[^，。；：！？]{2,60}(?:局|委|厅|部|会|室|府|中心|队|社|院|处)";

/** In order: what may stand at the front of the text, each with what must follow it. */
const FRONT_PIECES: readonly RegExp[] = [
  new RegExp(
    `^[^。；]{4,120}?${TITLE_END}(?=\\s*(?:各|[^，。；：《》]{1,12}〔\\d{4}〕|为|根据|按照|现将|经|[^。]{2,120}：))`,
    "u",
  ),
  /^[^，。；：]{1,14}〔\d{4}〕\s*\d{1,4}\s*号/u,
  /^[^。]{2,150}?：(?=\s*(?:现将|为|根据|按照|经|《|近))/u,
];
const SIGNED = new RegExp(`(?<=[。）)])\\s*(${BODY})?\\s*(${DATE})\\s*`, "u");
const RELEASE = /^[（(]此件[^（()）]{2,12}[）)]/u;
const PLAN_TITLE = new RegExp(`^[^，。；：]{4,60}?${TITLE_END}(?=\\s*(?:为|根据|按照|依据|坚持|认真|深入))`, "u");
const LAST_SIGNED = new RegExp(`(?<=[。）)])\\s*(${BODY})?\\s*(${DATE})\\s*([（(]此件.{2,12}[）)])?$`, "u");
const LAST_DATE = new RegExp(`^(${DATE})\\s*([（(]此件.{2,12}[）)])?$`, "u");
const ATTACHMENTS = /(?<=[。）)])\s*(?=附件\s*[：:1-9])|(?<=[表单录册准则案])\s*(?=附件\s*[1-9]\s)/u;

const SITE_FRONT =
  /^(?:首页|主页|网站首页|当前位置|您(?:现在|当前)?的?位置|欢迎|索\s*引\s*号|(?:发布|公开)(?:时间|日期|机构)|(?:信息)?来源)/u;
const SITE_LABEL =
  /【?字\s*[体号][^】\s]*(?:\s*[大中小])*\s*】?|浏览次数[：:]\s*\d+\s*次?|(?:信息)?来源[：:]\s*\S+|(?:发布|公开)(?:时间|日期)[：:]\s*[\d\-:年月日 ]+/gu;
const LONGEST_SITE_FRONT = 400;

/** A page's path, index number and counters before its title, glued to the text: all up to the last of its labels. */
export function dropSiteFront(front: string): string {
  if (!SITE_FRONT.test(front)) return front;
  const last = [...front.slice(0, LONGEST_SITE_FRONT).matchAll(SITE_LABEL)].at(-1);
  return last ? front.slice(last.index + last[0].length).trimStart() : front;
}

/** Splits what stands before the first number: title, document number, recipients, letter, signature, date, plan title. */
export function splitFront(front: string): string[] {
  const pieces: string[] = [];
  let rest = dropSiteFront(front);
  for (const piece of FRONT_PIECES) rest = take(piece, rest, pieces);
  const signed = SIGNED.exec(rest);
  if (signed) {
    pieces.push(...present([rest.slice(0, signed.index), signed[1], signed[2]]));
    rest = rest.slice(signed.index + signed[0].length);
  }
  rest = take(RELEASE, rest, pieces);
  rest = take(PLAN_TITLE, rest, pieces);
  return [...pieces, ...present([rest])];
}

/** Splits the list of attachments, signing body and date from the end; `issuer`, where known, proves a glued signature. */
export function splitEnd(last: string, issuer: string | null): string[] {
  const signature = findSignature(last, issuer);
  const [body = "", ...attachments] = last.slice(0, signature.at).split(ATTACHMENTS);
  return present([body, ...attachments.flatMap(splitAttachments), ...signature.parts]);
}

/** `…检查表某县人民政府2020年5月6日`: without a sentence end only the name that the title begins with shows the start. */
function findSignature(text: string, issuer: string | null): { at: number; parts: readonly (string | undefined)[] } {
  const signed = LAST_SIGNED.exec(text);
  if (signed) return { at: signed.index, parts: signed.slice(1) };
  const at = issuer === null ? -1 : text.lastIndexOf(issuer);
  const dated = at === -1 ? null : LAST_DATE.exec(text.slice(at + issuer!.length).trim());
  return dated ? { at, parts: [issuer!, ...dated.slice(1)] } : { at: text.length, parts: [] };
}

/** `附件：1.任务清单2.检查表` → one piece an attachment. */
function splitAttachments(list: string): string[] {
  const starts = [0];
  for (let number = 2; ; number++) {
    const found = new RegExp(`(?<!\\d)${number}[.．、](?!\\d)`).exec(list.slice(starts.at(-1)!));
    if (found === null || !/^附件\s*[：:]\s*1/.test(list)) break;
    starts.push(starts.at(-1)! + found.index);
  }
  return starts.map((start, index) => list.slice(start, starts[index + 1]));
}

function take(piece: RegExp, text: string, into: string[]): string {
  const found = piece.exec(text)?.[0];
  if (found === undefined) return text;
  into.push(found.trim());
  return text.slice(found.length).trimStart();
}

const present = (pieces: readonly (string | undefined)[]): string[] => pieces.flatMap((piece) => piece?.trim() || []);
