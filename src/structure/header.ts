import type { Evidence } from "../../schemas/evidence.ts";
import type { Header } from "../../schemas/header.ts";
import { findDates } from "../core/dates.ts";
import { isParagraph, type Paragraph } from "../core/document.ts";
import { foldWidth } from "../core/fold-width.ts";
import type { DateMark } from "../core/outline.ts";
import { locate } from "../core/passage.ts";
import { splitUnits } from "../core/split-units.ts";
import { squash, tidy } from "../core/tidy.ts";
import { findBylineDate, findBylineIssuers } from "./byline.ts";
import { findContacts } from "./contacts.ts";
import { findJurisdiction } from "./jurisdiction.ts";
import { DOCUMENT_NUMBER, isDocumentNumber, isRecipients } from "./line-kinds.ts";
import { readSignature, type Signature } from "./signature.ts";
import type { Parts } from "./split-parts.ts";

/** The header with the two dates that a document may carry. */
export interface HeaderParts {
  readonly header: Header;
  readonly noticeDate: DateMark | null;
  readonly planDate: DateMark | null;
}

/** Reads the header facts of a document (GB/T 9704-2012 §7.2 to §7.4). */
export function readHeader(parts: Parts, paragraphs: readonly Paragraph[]): HeaderParts {
  const notice = readSignature(closing(parts.notice));
  const plan = readSignature(parts.tail);
  const byline = readSignature(parts.byline);
  const bylineDate = findBylineDate(parts.byline);
  const signed = [notice, plan].find(({ date, issuers }) => date || issuers.length) ?? byline;
  const number = findDocumentNumber([...parts.head, ...firstLines(parts.notice), ...bodyHead(parts)]);
  const recipients = findRecipients(parts);
  const issuers = signed.issuers.map((signer) => signer.name);
  const title = parts.planTitle.text || null;
  const noticeTitle = parts.noticeTitle?.text ?? null;
  const named = [issuers, titleIssuer(parts), findBylineIssuers(parts.byline)].find(({ length }) => length > 0) ?? [];
  const printed = findPrinted([...parts.tail, ...parts.colophon, ...parts.notice]);
  const header: Header = {
    title,
    noticeTitle,
    documentNumber: number?.text ?? null,
    issuers: named,
    recipients: recipients ? splitUnits(recipients.block.text) : [],
    issuedOn: (toMark(signed) ?? toMark(plan) ?? bylineDate)?.iso ?? null,
    printedOn: printed?.iso ?? null,
    jurisdiction: findJurisdiction(title, named, noticeTitle),
    trial: /试行/u.test(title ?? ""),
    contacts: findContacts(paragraphs),
    evidence: [
      ...titleEvidence(parts),
      ...[number?.line, recipients, signed.date?.line, ...parts.byline].flatMap(lineEvidence),
    ],
  };
  return { header, noticeDate: toMark(notice), planDate: toMark(plan) ?? bylineDate };
}

const titleEvidence = ({ planTitle, noticeTitle }: Parts): Evidence[] =>
  [planTitle, noticeTitle].flatMap((title) => title?.passage.pieces ?? []).map(({ block }) => wholeLine({ block }));

const lineEvidence = (line: Paragraph | null | undefined): Evidence[] => (line ? [wholeLine(line)] : []);

/** The notice's last lines, where its signature stands. */
const closing = (lines: readonly Paragraph[]): Paragraph[] => lines.slice(-30);
const firstLines = (lines: readonly Paragraph[]): Paragraph[] => lines.slice(0, 3);

/** 实施意见 and 若干措施 carry their number and addressees under their own title. */
const bodyHead = (parts: Parts): Paragraph[] => (parts.noticeTitle ? [] : parts.body.filter(isParagraph).slice(0, 4));

function findDocumentNumber(lines: readonly Paragraph[]): { text: string; line: Paragraph } | null {
  const line = lines.find((candidate) => isDocumentNumber(tidy(candidate.block.text)));
  const text = line && numberIn(line.block.text);
  return line && text ? { text, line } : null;
}

/** The 发文字号 of a line, without inner spaces and without a red head before it on the same line. */
function numberIn(text: string): string | null {
  const parts = text.trim().split(/\s{2,}|\t/u);
  const part = parts.find((candidate) => DOCUMENT_NUMBER.test(foldWidth(candidate))) ?? text;
  const match = DOCUMENT_NUMBER.exec(foldWidth(part));
  return match ? squash(part.slice(match.index, match.index + match[0].length)) : null;
}

function findRecipients(parts: Parts): Paragraph | null {
  const own = parts.noticeTitle ? parts.notice : bodyHead(parts);
  return own.slice(0, 6).find((line) => isRecipients(line.block.text)) ?? null;
}

/** A title may name its issuer where no signature does: `A县人民政府办公室关于印发…`. */
function titleIssuer(parts: Parts): string[] {
  const title = parts.noticeTitle?.text ?? parts.planTitle.text;
  const before = /^(.{3,60}?(?:政府|办公室|办公厅|局|委员会|委|厅|部|管委会|中心))关于/u.exec(title)?.[1];
  return before && !/等/u.test(before) ? splitUnits(before.replace(/\s+/gu, "、")) : [];
}

const toMark = (signature: Signature): DateMark | null => {
  if (!signature.date) return null;
  const iso = findDates(signature.date.text)[0]?.iso;
  return iso ? { iso, evidence: [wholeLine(signature.date.line)] } : null;
};

const wholeLine = ({ block }: Pick<Paragraph, "block">): Evidence => locate(block, 0, block.text.length);

/** The 印发/印刷 date of the 版记. */
function findPrinted(lines: readonly Paragraph[]): DateMark | null {
  const line = lines.findLast((candidate) =>
    /\d\s*日\s*(?:印发|印刷|印制)\s*$|日\s*(?:印发|印刷)\s*$/u.test(candidate.block.text),
  );
  const iso = line && findDates(line.block.text).at(-1)?.iso;
  return line && iso ? { iso, evidence: [wholeLine(line)] } : null;
}
