import { message, outcome, ReadError } from "../../core/outcome.ts";
import { layPage } from "../layout/lay-page.ts";
import type { PageLayout } from "../layout/page-layout.ts";
import { writePages } from "../layout/write-pages.ts";
import type { Reader } from "../reader.ts";
import { openPicture } from "./decode-picture.ts";
import { describeRecognition, OCR_READER } from "./describe-recognition.ts";
import { placeBlocks } from "./place-blocks.ts";
import { type RecognisedPage, recognisePage } from "./recognise-page.ts";

/**
 * Reads a scanned or photographed page (PNG, JPEG) or several (TIFF) by character recognition.
 * @throws ReadError `damaged`, `too-large` (pixels, pages), `no-text`.
 */
export const readImage: Reader = async (bytes) => {
  const picture = await openPicture(bytes);
  const pages: PageLayout[] = [];
  const recognised: RecognisedPage[] = [];
  for (let index = 0; index < picture.pageCount; index += 1) {
    const { grey, width, height } = await picture.decode(index);
    const page = await recognisePage(grey, { page: index + 1, width, height });
    recognised.push(page);
    pages.push(layPage(page.content));
  }
  if (pages.every((page) => page.items.length === 0)) throw new ReadError("no-text", { pages: picture.pageCount });
  const blocks = placeBlocks(writePages(pages), (page) => recognised[page - 1]!);
  const { mediaType, pageCount } = picture;
  return outcome({ mediaType, reader: OCR_READER, ocr: true, pageCount, blocks }, [
    ...describeRecognition(recognised),
    ...pages
      .filter((page) => page.items.length === 0)
      .map((page) => message("page-without-text", "warning", { page: page.page })),
  ]);
};
