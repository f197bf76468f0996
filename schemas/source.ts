import { z } from "zod";

/** The file that was read; `byteLength` in bytes, `pageCount` null where the format has no pages. */
export const Source = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.int().nonnegative(),
  pageCount: z.int().nonnegative().nullable(),
  reader: z.string(),
  ocr: z.boolean(),
});
export type Source = z.infer<typeof Source>;
