import { readFileSync } from "node:fs";
import { drawPicture } from "./draw-picture.ts";

/** One small file of a format, and what its reader must give. */
export interface Sample {
  readonly name: string;
  readonly make: () => Promise<Uint8Array>;
  readonly mediaType: string;
  readonly reader: string;
  readonly ocr: boolean;
  /** Width and height of its pages in points; null where the format has no geometry. */
  readonly size: readonly [number, number] | null;
  /** What stands in it, in this order. */
  readonly words: readonly string[];
}

const FOLDER = new URL("../../fixtures/formats/001_13842449fc20d73d/", import.meta.url);
const file = (name: string) => async (): Promise<Uint8Array> => readFileSync(new URL(name, FOLDER));

const ROWS = ["内容创建标准", "社区各类基础设施比较完善。", "社区绿地布局合理，有公共活动空间和设施。"];
const WORDS = [
  "一、创建目标",
  "二、创建内容",
  "（一）建立健全社区人居环境建设和整治机制。",
  "三、实施步骤",
  "（一）推广展开阶段（2021年10月至2022年11月）",
  "四、推进措施",
  ...ROWS,
  "建设了智能化安防系统。",
];
const NO_PAGES = { ocr: false, size: null, words: WORDS } as const;
const A4 = { ocr: false, size: [596, 842], words: WORDS } as const;

const TEXT = `某县绿色社区创建行动实施方案

一、创建目标

到2022年底，60%以上的社区达到创建要求。

附件：创建标准

| 序号 | 内容 | 分值 |
| --- | --- | --- |
| 1 | 社区绿地布局合理 | 10 |
| 2 | 社区停车秩序规范 | 5 |
`;

export const SAMPLES: readonly Sample[] = [
  {
    ...NO_PAGES,
    name: "text",
    make: async () => new TextEncoder().encode(TEXT),
    mediaType: "text/plain",
    reader: "text",
    words: ["一、创建目标", "附件：创建标准", "1社区绿地布局合理10", "2社区停车秩序规范5"],
  },
  { ...NO_PAGES, name: "html", make: file("page.html"), mediaType: "text/html", reader: "html" },
  {
    ...NO_PAGES,
    name: "docx",
    make: file("plan.docx"),
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    reader: "mammoth",
  },
  { ...NO_PAGES, name: "doc", make: file("plan.doc"), mediaType: "application/msword", reader: "doc" },
  { ...A4, name: "pdf", make: file("plan.pdf"), mediaType: "application/pdf", reader: "pdfjs" },
  { ...A4, name: "ofd", make: file("plan.ofd"), mediaType: "application/ofd", reader: "ofd" },
  {
    name: "image",
    make: () => drawPicture(new URL("plan.pdf", FOLDER), { page: 8, top: 180, height: 300, bottom: 446 }),
    mediaType: "image/png",
    reader: "pp-ocrv4",
    ocr: true,
    size: [596, 301],
    words: ROWS,
  },
];
