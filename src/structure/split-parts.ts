import type { Document, Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import type { AttachmentPart } from "../core/outline.ts";
import { type AttachmentList, findAttachmentList } from "./attachment-list.ts";
import { splitAttachments } from "./attachments.ts";
import { findByline } from "./byline.ts";
import {
  emptyTitle,
  findNoticeTitle,
  findOwnTitle,
  findPassedOn,
  findPlanTitle,
  issuedTitle,
  type Title,
} from "./find-title.ts";
import { findTail } from "./signature.ts";

/** The document taken apart at its titles, its list of attachments and its signatures. */
export interface Parts {
  /** Lines above the first title: red head, 发文字号, a site's chrome. */
  readonly head: readonly Paragraph[];
  readonly noticeTitle: Title | null;
  /** Between the notice's title and the plan's: addressees, text, signature. */
  readonly notice: readonly Paragraph[];
  readonly planTitle: Title;
  /** Below the plan's title: the bodies that made it, its day in brackets. */
  readonly byline: readonly Paragraph[];
  /** The plan's text, from after its title to its list of attachments or signature. */
  readonly body: readonly Node[];
  /** What closes the plan's text: signature, date, 版记. */
  readonly tail: readonly Paragraph[];
  readonly attachments: readonly AttachmentPart[];
  /** The 版记 (抄送, 印发 line) that stands after the last attachment. */
  readonly colophon: readonly Paragraph[];
}

/** Takes a document apart. A document without a covering notice has no `noticeTitle` and an empty `notice`. */
export function splitParts(document: Document): Parts {
  const { nodes } = document;
  const split = splitAttachments(nodes);
  const front = [...split.front, ...(split.plan ?? [])];
  const paragraphs = front.filter(isParagraph);
  const { noticeTitle, planTitle } = findTitles(paragraphs);
  const isNotice = noticeTitle !== null && planTitle.from >= noticeTitle.to;
  const bodyNodes = nodesAfter(front, paragraphs, planTitle.to);
  const list = findAttachmentList(bodyNodes);
  const { body, tail } = cutTail(bodyNodes, list);
  const byline = findByline(body);
  return {
    head: paragraphs.slice(0, isNotice ? noticeTitle.from : planTitle.from),
    noticeTitle: isNotice ? noticeTitle : null,
    notice: isNotice ? paragraphs.slice(noticeTitle.to, planTitle.from) : [],
    planTitle,
    byline,
    body: body.filter((node) => !isParagraph(node) || !byline.includes(node)),
    tail,
    attachments: split.attachments,
    colophon: split.colophon,
  };
}

function findTitles(paragraphs: readonly Paragraph[]): Pick<Parts, "noticeTitle" | "planTitle"> {
  const issuing = findNoticeTitle(paragraphs);
  if (issuing) return { noticeTitle: issuing, planTitle: issuedPlan(paragraphs, issuing) ?? issuing };
  const first = firstTitle(paragraphs);
  const passedOn = first && findPassedOn(paragraphs, first);
  return passedOn
    ? { noticeTitle: first, planTitle: passedOn }
    : { noticeTitle: null, planTitle: first ?? emptyTitle(0) };
}

/** The plan after its notice; where none follows, the notice is the plan itself. */
const issuedPlan = (paragraphs: readonly Paragraph[], notice: Title): Title | null =>
  findPlanTitle(paragraphs, notice.to, issuedTitle(notice.text));

/** Without a covering notice the title stands above the first number: `…方案`, or `关于开展…的通知` with numbered sections. */
function firstTitle(paragraphs: readonly Paragraph[]): Title | null {
  const until = paragraphs.findIndex((p) => findNumbering(p.block.text) !== null);
  const front = until > 0 ? paragraphs.slice(0, until) : paragraphs;
  return findOwnTitle(front) ?? findPlanTitle(front, 0, null);
}

function nodesAfter(front: readonly Node[], paragraphs: readonly Paragraph[], to: number): Node[] {
  const last = paragraphs[to - 1];
  return last ? front.slice(front.indexOf(last) + 1) : [...front];
}

/** Cuts off what closes a text; its list of attachments stands above the signature and belongs to neither. */
function cutTail(nodes: readonly Node[], list: AttachmentList | null): { body: Node[]; tail: Paragraph[] } {
  const text = list ? nodes.slice(0, list.from) : nodes;
  const at = findTail(text);
  const after = list ? nodes.slice(list.to) : [];
  return { body: text.slice(0, at), tail: [...text.slice(at), ...after].filter(isParagraph) };
}
