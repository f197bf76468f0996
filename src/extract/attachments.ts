import type { Attachment } from "../../schemas/attachment.ts";
import type { Outline } from "../core/outline.ts";
import { evidenceOf } from "../core/passage.ts";
import { attachmentKind } from "./tables/classify-table.ts";

/** The attachments, listed or found; the title is the list's, else the attachment's own heading. */
export const extractAttachments = (outline: Outline): Attachment[] =>
  outline.attachments.flatMap((part) => {
    const evidence = [part.listed, part.heading].flatMap((passage) => (passage ? evidenceOf(passage) : []));
    return evidence.length ? [{ number: part.number, title: part.title, kind: attachmentKind(part), evidence }] : [];
  });
