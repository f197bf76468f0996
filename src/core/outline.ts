import type { Evidence } from "../../schemas/evidence.ts";
import type { Header } from "../../schemas/header.ts";
import type { SectionKind } from "../../schemas/section.ts";
import type { Document, Node, Table } from "./document.ts";
import type { Passage } from "./passage.ts";

/**
 * A numbered heading with what stands under it. `heading` is the heading sentence without number,
 * closing 。and trailing bracket of dates; `dates` that bracket's text or ""; `intro` the item's own
 * text before its first child; `body` all its text with the children's.
 */
export interface Item {
  readonly number: string | null;
  readonly level: number;
  readonly kind: SectionKind;
  readonly heading: Passage;
  readonly dates: Passage;
  readonly intro: Passage;
  readonly body: Passage;
  readonly children: readonly Item[];
  readonly tables: readonly Table[];
}

/**
 * An attachment. `listed` is its entry in the plan's 附件 list and `heading` its own heading; either
 * may be null (then it is unlisted, or named but absent). `title` is the heading's text, else the list's.
 */
export interface AttachmentPart {
  readonly number: number;
  readonly title: string;
  readonly listed: Passage | null;
  readonly heading: Passage | null;
  readonly nodes: readonly Node[];
}

/** A document taken apart: what every extractor and check reads. */
export interface Outline {
  readonly document: Document;
  readonly header: Header;
  /** 成文日期 as printed on the covering notice and at the plan's own end; null where there is none. */
  readonly noticeDate: DateMark | null;
  readonly planDate: DateMark | null;
  /** The one year that the plan's title names (`2022年…工作方案`), or null: months without a year are of that year. */
  readonly year: number | null;
  /** The covering notice's body, without title, recipients and signature; empty without a notice. */
  readonly noticeBody: Passage;
  /** What stands between the plan's title and its first numbered heading. */
  readonly preamble: Passage;
  readonly items: readonly Item[];
  /** Tables of the plan's own text, which belong to no attachment. */
  readonly tables: readonly Table[];
  readonly attachments: readonly AttachmentPart[];
}

export interface DateMark {
  readonly iso: string;
  readonly evidence: readonly Evidence[];
}
