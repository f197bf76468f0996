import { z } from "zod";
import { evidence } from "./evidence.ts";

/** National, province, prefecture, county, township, or a development zone (开发区/管委会). */
export const Level = z.enum(["national", "province", "prefecture", "county", "township", "zone"]);
export type Level = z.infer<typeof Level>;

/** A date at the precision the source states: `2022`, `2021-06`, `2020-12-17`. */
export const PlainDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** What GB/T 9704-2012 puts around the text: 发文字号, 标题, 主送机关, 落款, 成文日期, 印发日期. */
export const Header = z.object({
  title: z.string().nullable(),
  noticeTitle: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuers: z.array(z.string()),
  recipients: z.array(z.string()),
  issuedOn: PlainDate.nullable(),
  printedOn: PlainDate.nullable(),
  jurisdiction: z.object({
    name: z.string().nullable(),
    level: Level.nullable(),
  }),
  trial: z.boolean(),
  contacts: z.array(z.object({ name: z.string(), phone: z.string(), evidence })),
  evidence: z.array(evidence.element),
});
export type Header = z.infer<typeof Header>;
