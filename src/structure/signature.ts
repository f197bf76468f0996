import type { Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import { readPlaces } from "../core/places.ts";
import { isBody } from "../core/split-units.ts";
import { squash, tidy } from "../core/tidy.ts";
import { findSignedDate } from "./line-kinds.ts";

/** 版记: 抄送 and the 印发/印刷 line (GB/T 9704-2012 §7.4). */
const COLOPHON =
  /^(?:抄送|主送|主题词|分送|抄报|发[:：]|校\s*对[:：]|录入[:：])|^[（(]?共?\s*印\s*\d{1,5}\s*份[）)]?$|(?:印发|印刷|印制)\s*$/u;
/** （此件公开发布） and the marks of the public sector's sites. */
const RELEASE = /^[（(]\s*(?:此件|公开|主动公开|信息公开|依申请|联系人|不予公开)[^）)]*[）)]$/u;
/** A last paragraph of its own about the document: `本措施自印发之日起施行`, `联系人：…`. */
const ABOUT = /^(?:本[\p{Script=Han}]{2,8}(?:自|由|未尽|有效期)|[（(]?联系(?:人|电话|方式|单位)|此前|有效期)/u;
/** A line of the list of contacts: it ends with a phone. */
const CONTACT_LINE = /^[^。；]{2,40}[\s\u3000：:](?:0\d{2,3}[-—－]?\d{7,8}|1\d{10}|\d{7,8})$/u;
const CLOSING_LINES = 40;

/** A line of the 版记. */
export const isColophon = (line: string): boolean => COLOPHON.test(line) && line.length < 200;

/** A line that closes a text: signature, date, release mark, 版记. */
export function isClosingLine(text: string): boolean {
  const line = tidy(text);
  return (
    findSignedDate(line) !== null ||
    isColophon(line) ||
    RELEASE.test(line) ||
    ABOUT.test(line) ||
    CONTACT_LINE.test(line) ||
    isSignature(text)
  );
}

/** One or more bodies' names alone on a line, with the spaces that align them. */
export function isSignature(text: string): boolean {
  const line = squash(text);
  if (/[。；;：:！？，,]/u.test(line) || findNumbering(text) || line.length > 120) return false;
  return splitSignature(text).every((name) => isBody(name) && name.length >= 4);
}

/**
 * Splits a signature line into its bodies. Names are apart by two or more spaces, characters of one name by
 * one (`某 县 公 安 局  某市…分局`); a piece that is no whole body goes with the next.
 */
export function splitSignature(text: string): string[] {
  const names: string[] = [];
  let open = "";
  for (const chunk of text.trim().split(/[\s\u3000]{2,}|[\t\n\u3000]/u)) {
    open += squash(chunk);
    if (isBody(open) && open.length >= 4) {
      names.push(open);
      open = "";
    }
  }
  return (open ? [...names, open] : names).flatMap((name) => splitNames(name, text));
}

/** A place at the name's start, which begins the next name too: `某县` in `某县教育局某县公安局`. */
const PLACE_FIRST = /^\p{Script=Han}{1,6}?[省市县区镇乡州旗盟]/u;

function splitRepeated(name: string): string[] {
  const place = PLACE_FIRST.exec(name)?.[0];
  const at = place ? name.indexOf(place, place.length) : -1;
  const [left, right] = [name.slice(0, at), name.slice(at)];
  return at > 0 && left.length >= 5 && isBody(left) && isBody(right) ? [left, ...splitRepeated(right)] : [name];
}

/** Names one space apart: a cut where a whole body ends and the next begins with a place or as the first does. */
function splitNames(name: string, text: string): string[] {
  const words = text.trim().split(/\s+/u);
  let left = "";
  for (const word of words) {
    if (isBody(left) && left.length >= 5 && name.startsWith(left) && name.length > left.length + 4) {
      const right = name.slice(left.length);
      if (right.startsWith(squash(word)) && (right.startsWith(name.slice(0, 2)) || readPlaces(right).length > 0))
        return [left, ...splitNames(right, text)];
    }
    left = name.startsWith(left + word) ? left + word : word;
  }
  return splitRepeated(name);
}

/** The index in `nodes` where the closing lines begin; `nodes.length` where the text has none. */
export function findTail(nodes: readonly Node[]): number {
  let at = nodes.length;
  for (let index = nodes.length - 1; index >= Math.max(0, nodes.length - CLOSING_LINES); index--) {
    const node = nodes[index]!;
    if (node.kind === "page-end") continue;
    if (!isParagraph(node) || !isClosingLine(node.block.text)) break;
    at = index;
  }
  return hasDate(nodes.slice(at)) ? at : nodes.length;
}

/** Bodies' names alone close nothing: a list of names may end a text. */
const hasDate = (nodes: readonly Node[]): boolean =>
  nodes.some(
    (node) =>
      isParagraph(node) &&
      (findSignedDate(node.block.text) !== null ||
        /印发\s*$/u.test(node.block.text) ||
        RELEASE.test(tidy(node.block.text)) ||
        ABOUT.test(tidy(node.block.text))),
  );

/** A signed date with the lines of bodies directly above it. */
export interface Signature {
  readonly issuers: readonly { name: string; line: Paragraph }[];
  readonly date: { text: string; line: Paragraph } | null;
}

/** Reads the last signature (落款 and 成文日期, GB/T 9704-2012 §7.3.5) of some lines. */
export function readSignature(lines: readonly Paragraph[]): Signature {
  const at = lines.findLastIndex((line) => findSignedDate(line.block.text) !== null);
  const dated = lines[at];
  const date = dated ? { text: findSignedDate(dated.block.text)!, line: dated } : null;
  const above = takeSigners(lines, (at < 0 ? lines.length : at) - 1);
  return { issuers: above.length || at < 0 ? above : takeSigners(lines, lines.length - 1), date };
}

function takeSigners(lines: readonly Paragraph[], from: number): { name: string; line: Paragraph }[] {
  const signers: { name: string; line: Paragraph }[] = [];
  for (let index = from; index >= 0; index--) {
    const line = lines[index]!;
    if (RELEASE.test(tidy(line.block.text))) continue;
    // Bodies that sign together may each have a day of their own below their name; the last is the document's.
    if (signers.length > 0 && findSignedDate(line.block.text) !== null) continue;
    if (!isSignature(line.block.text)) break;
    signers.unshift(...splitSignature(line.block.text).map((name) => ({ name, line })));
  }
  return signers;
}
