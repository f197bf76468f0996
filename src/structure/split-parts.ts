import type { Document, Node, Paragraph } from "../core/document.ts";
import { isParagraph } from "../core/document.ts";
import { findNumbering } from "../core/numbering.ts";
import type { AttachmentPart } from "../core/outline.ts";
import { type AttachmentList, findAttachmentList } from "./attachment-list.ts";
import { splitAttachments } from "./attachments.ts";
import { emptyTitle, findNoticeTitle, findPlanTitle, issuedTitle, type Title } from "./find-title.ts";
import { findSignedDate, PLAN_WORD } from "./line-kinds.ts";
import { findTail } from "./signature.ts";

/** The document taken apart at its titles, its list of attachments and its signatures. */
export interface Parts {
  /** Lines above the first title: red head, 发文字号, a site's chrome. */
  readonly head: readonly Paragraph[];
  readonly noticeTitle: Title | null;
  /** Between the notice's title and the plan's: addressees, text, signature. */
  readonly notice: readonly Paragraph[];
  readonly planTitle: Title;
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
  const plan = split.plan ?? null;
  const front = plan ? [...split.front, ...plan] : split.front;
  const paragraphs = front.filter(isParagraph);
  const noticeTitle = findNoticeTitle(paragraphs);
  const after = noticeTitle?.to ?? 0;
  const planTitle =
    findPlanTitle(paragraphs, after, noticeTitle && issuedTitle(noticeTitle.text)) ?? ownTitle(noticeTitle, paragraphs);
  const isNotice = noticeTitle !== null && planTitle.from >= noticeTitle.to;
  const bodyNodes = nodesAfter(front, paragraphs, planTitle.to);
  const list = findAttachmentList(bodyNodes);
  const { body, tail } = cutTail(bodyNodes, list);
  return {
    head: paragraphs.slice(0, isNotice ? noticeTitle.from : planTitle.from),
    noticeTitle: isNotice ? noticeTitle : null,
    notice: isNotice ? paragraphs.slice(noticeTitle.to, planTitle.from) : [],
    planTitle,
    body,
    tail,
    attachments: split.attachments,
    colophon: split.colophon,
  };
}

/** Where no plan follows, the notice is the plan itself (关于开展…的通知 with numbered sections). */
const ownTitle = (noticeTitle: Title | null, paragraphs: readonly Paragraph[]): Title =>
  noticeTitle ?? firstTitle(paragraphs) ?? emptyTitle(0);

function firstTitle(paragraphs: readonly Paragraph[]): Title | null {
  const until = paragraphs.findIndex((p) => findNumbering(p.block.text) !== null);
  return findPlanTitle(paragraphs.slice(0, until < 0 ? undefined : until), 0, null);
}

function nodesAfter(front: readonly Node[], paragraphs: readonly Paragraph[], to: number): Node[] {
  const last = paragraphs[to - 1];
  return last ? front.slice(front.indexOf(last) + 1) : [...front];
}

function cutTail(nodes: readonly Node[], list: AttachmentList | null): { body: Node[]; tail: Paragraph[] } {
  if (list)
    return {
      body: nodes.slice(0, findTail(nodes.slice(0, list.from))),
      tail: [...nodes.slice(0, list.from).slice(findTail(nodes.slice(0, list.from))), ...nodes.slice(list.to)].filter(
        isParagraph,
      ),
    };
  const at = findTail(nodes);
  return { body: nodes.slice(0, at), tail: nodes.slice(at).filter(isParagraph) };
}

export const isPlanTitle = (text: string): boolean => PLAN_WORD.test(text) && findSignedDate(text) === null;
