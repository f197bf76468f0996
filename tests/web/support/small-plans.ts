import type { UploadFile } from "./open-web.ts";

export const textFile = (name: string, text: string): UploadFile => ({ name, bytes: new TextEncoder().encode(text) });

interface PlanWords {
  readonly issuer: string;
  readonly number: string;
  readonly title: string;
  /** What it says it rests on. */
  readonly basis: string;
  readonly share: number;
  readonly date: string;
}

/** A plan as a county writes one: notice, targets, tasks with units, steps. */
export const writePlan = ({
  issuer,
  number,
  title,
  basis,
  share,
  date,
}: PlanWords): string => `${issuer}关于印发${title}的通知
${number}

各有关单位：
　　《${title}》已经同意，现印发给你们，请认真组织实施。

　　　　　　　　${issuer}
　　　　　　　　${date}

${title}

　　为推进生活垃圾分类工作，根据${basis}，制定本方案。
一、工作目标
　　到2023年底，${share}%以上的社区开展生活垃圾分类。
二、重点任务
（一）完善收运体系。配齐分类收运车辆，做到日产日清。（牵头单位：城市管理局；责任单位：财政局、生态环境局）
（二）加强宣传引导。开展进社区、进学校活动。（责任单位：教育局、民政局）
三、实施步骤
（一）部署阶段（2022年6月至2022年9月）。制定工作计划。
（二）实施阶段（2022年10月至2023年10月）。全面推开。
`;

/** A province's plan, a city's that rests on it, a county's that rests on the city's. */
export const FAMILY: readonly UploadFile[] = [
  textFile(
    "province.txt",
    writePlan({
      issuer: "四川省人民政府办公厅",
      number: "川办发〔2022〕5号",
      title: "四川省生活垃圾分类工作实施方案",
      basis: "国家有关规定",
      share: 50,
      date: "2022年3月1日",
    }),
  ),
  textFile(
    "city.txt",
    writePlan({
      issuer: "绵阳市人民政府办公室",
      number: "绵府办发〔2022〕11号",
      title: "绵阳市生活垃圾分类工作实施方案",
      basis: "《四川省生活垃圾分类工作实施方案》（川办发〔2022〕5号）",
      share: 60,
      date: "2022年4月20日",
    }),
  ),
  textFile(
    "county.txt",
    writePlan({
      issuer: "梓潼县人民政府办公室",
      number: "梓府办发〔2022〕7号",
      title: "梓潼县生活垃圾分类工作实施方案",
      basis: "《绵阳市生活垃圾分类工作实施方案》（绵府办发〔2022〕11号）",
      share: 70,
      date: "2022年5月30日",
    }),
  ),
];

const OVERRIDE = "\u202E";
export const LONG_WORD = "A".repeat(10_000);

/** What a hostile file holds, as the page must show it: as text. */
export const HOSTILE_WORDS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  "javascript:alert(3)",
] as const;

/** A plan whose words try to be code, to turn the text around them over, and to burst every column. */
export const HOSTILE: UploadFile = textFile(
  "hostile<img src=x onerror=alert(4)>.txt",
  writePlan({
    issuer: "青禾县人民政府办公室",
    number: "青政办发〔2022〕9号",
    title: "青禾县<script>alert(1)</script>工作实施方案",
    basis: `《<img src=x onerror=alert(2)>${OVERRIDE}方案》`,
    share: 80,
    date: "2022年5月30日",
  })
    .replace("制定工作计划", `制定[计划](javascript:alert(3))${OVERRIDE}反向文字`)
    .replace("做到日产日清", `做到日产日清<svg onload=alert(5)>${LONG_WORD}`)
    .replace("责任单位：教育局", `责任单位：<b>教育局${OVERRIDE}`),
);
