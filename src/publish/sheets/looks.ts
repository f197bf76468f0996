import type { CellStyle } from "../xlsx/workbook.ts";

/** The looks of published sheets: plain, with rules, fit for printing. */
export const LOOKS = {
  title: { bold: true, size: 16, horizontal: "center", vertical: "center", wrap: true },
  about: { vertical: "center", wrap: true },
  aboutLabel: { vertical: "center", horizontal: "right", bold: true },
  aboutFill: { vertical: "center", fill: "FFF9E5", border: true, locked: false },
  heading: { bold: true, fill: "E3E8F0", border: true, wrap: true, horizontal: "center", vertical: "center" },
  text: { border: true, wrap: true, vertical: "center" },
  label: { border: true, wrap: true, vertical: "center", horizontal: "center", bold: true },
  number: { border: true, wrap: true, vertical: "center", horizontal: "center" },
  fill: { border: true, vertical: "center", horizontal: "center", fill: "FFF9E5", locked: false },
  remark: { border: true, wrap: true, vertical: "center", fill: "FFF9E5", locked: false },
  computed: { border: true, vertical: "center", horizontal: "center", fill: "F3F4F6" },
  sum: { border: true, bold: true, vertical: "center", horizontal: "center", fill: "E3E8F0" },
  result: { border: true, bold: true, size: 14, vertical: "center", horizontal: "center", fill: "E3E8F0" },
  note: { wrap: true, vertical: "top" },
  hidden: { color: "8A93A3", size: 8 },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type Look = keyof typeof LOOKS;
