import type { Message } from "../../../schemas/message.ts";
import { message } from "../../core/outcome.ts";
import type { RecognisedPage } from "./recognise-page.ts";

/** What read the pages, as `source.reader` says it. */
export const OCR_READER = "pp-ocrv4";

/** What must be said of pages that were read by recognition: that they were, and where it was unsure. */
export function describeRecognition(recognised: readonly RecognisedPage[]): Message[] {
  if (recognised.length === 0) return [];
  const doubts = recognised.filter((page) => page.doubtful > 0);
  return [
    message("read-by-ocr", "info", { pages: recognised.length }),
    ...doubts.map(({ content, doubtful }) =>
      message("low-confidence", "warning", { page: content.page, count: doubtful }),
    ),
  ];
}
