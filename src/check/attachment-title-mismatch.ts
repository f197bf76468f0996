import { evidenceOf } from "../core/passage.ts";
import { tidy } from "../core/tidy.ts";
import { plainTitle } from "./attachment-titles.ts";
import type { Check } from "./check.ts";

/**
 * `attachment-title-mismatch`: the list and the attachment's own heading name it differently. A title that is part
 * of the other (the place or `（试行）` left out, a line of it cut) is the same one, shortened.
 */
export const checkAttachmentTitle: Check = (_facts, { attachments }) =>
  attachments.flatMap(({ number, listed, heading }) => {
    if (!listed || !heading) return [];
    const [one, other] = [plainTitle(listed.text), plainTitle(heading.text)];
    if (!one || !other || one.includes(other) || other.includes(one)) return [];
    return [
      {
        severity: "warning" as const,
        facts: { number, listed: tidy(listed.text), heading: tidy(heading.text) },
        evidence: [...evidenceOf(listed), ...evidenceOf(heading)],
      },
    ];
  });
