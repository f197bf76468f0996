import { evidenceOf } from "../core/passage.ts";
import type { Check } from "./check.ts";

/** `attachment-unlisted`: the file holds an attachment that its list of attachments leaves out. */
export const checkAttachmentUnlisted: Check = (_facts, { attachments }) => {
  if (!attachments.some(({ listed }) => listed)) return [];
  return attachments.flatMap(({ number, title, listed, heading }) =>
    heading && !listed
      ? [{ severity: "warning" as const, facts: { number, title }, evidence: evidenceOf(heading) }]
      : [],
  );
};
