import { evidenceOf } from "../core/passage.ts";
import { bodyEnd, plainTitle } from "./attachment-titles.ts";
import type { Check } from "./check.ts";

const MOST_PARTS = 50;

/**
 * `attachment-unlisted`: the file holds an attachment that its list of attachments leaves out. Silent without any
 * list, and where the text before the attachments names the title all the same.
 */
export const checkAttachmentUnlisted: Check = (_facts, outline) => {
  const { attachments, document } = outline;
  const unlisted = attachments.filter(({ listed, heading }) => heading && !listed).slice(0, MOST_PARTS);
  if (unlisted.length === 0 || unlisted.length === attachments.length) return [];
  const body = plainTitle(
    document.blocks
      .slice(0, bodyEnd(outline))
      .map(({ text }) => text)
      .join("\n"),
  );
  return unlisted
    .filter(({ title }) => !body.includes(plainTitle(title)))
    .map(({ number, title, heading }) => ({
      severity: "warning",
      facts: { number, title },
      evidence: heading ? evidenceOf(heading) : [],
    }));
};
