import { type SaidFacts, type Sentences, splitLimit } from "./said.ts";

const groupOf = (group: string | number | undefined): string => (group ? `（${group}）` : "");
const dateOf = (date: string | number | undefined): string => String(date || "未写明");

/** What is said in Chinese: what was found or expected, what came, and what to do. */
export const ZH: Sentences = {
  "total-mismatch": (f) => `《${f.title}》${groupOf(f.group)}写明${f.stated}，各行合计却为${f.sum}。`,
  "numbering-gap": (f) => `缺少序号${f.missing}：${f.before}之后即为${f.after}（${f.label}）。`,
  "duplicate-number": (f) => `序号${f.number}重复：“${f.first}”与“${f.second}”。`,
  "date-conflict": (f) => `通知落款日期为${f.notice}，方案落款日期为${f.plan}，两者不一致。`,
  "deadline-before-issue": (f) => `完成时限${f.due}早于印发日期${f.issued}：${f.text}`,
  "phase-before-issue": (f) =>
    `“${f.name}”（${dateOf(f.start)}至${dateOf(f.end)}）在印发日期${f.issued}之前已经${f.end && f.end < f.issued! ? "结束" : "开始"}。`,
  "phase-overlap": (f) => `“${f.second}”自${f.start}开始，此时“${f.first}”尚未结束（${f.end}）。`,
  "phase-gap": (f) => `“${f.first}”止于${f.end}，“${f.second}”始于${f.start}，其间不属于任何阶段。`,
  "phase-undated": (f) => `“${f.name}”没有写明时间，其他阶段均有。`,
  "target-conflict": (f) => `“${f.metric}”${f.deadline}的目标值前后不一：${f.first}与${f.second}。`,
  "attachment-missing": (f) => `文中提到附件${f.number}${groupOf(f.title)}，但文件中没有该附件。`,
  "attachment-unlisted": (f) => `附件${f.number}（${f.title}）未列入附件说明。`,
  "attachment-title-mismatch": (f) => `附件${f.number}名称不一致：附件说明为“${f.listed}”，附件标题为“${f.heading}”。`,
  "duplicate-unit": (f) => `同一名单中${f.unit}出现两次。`,
  "count-mismatch": (f) => `“${f.what}”写明${f.stated}，实际列出${f.listed}。`,
  "unit-unassigned": (f) => `${f.number}${f.title}没有写明责任单位，同级${f.siblings}项中有${f.assigned}项已写明。`,
  "empty-file": () => "文件为空：应为一份文件。请重新获取该文件。",
  "unknown-format": (f) =>
    `无法识别文件格式：应为${f.expected ?? "文档"}，实为${f.came ?? "其他内容"}。请另存为上述格式之一。`,
  "unsupported-format": (f) => `暂不能读取${f.format ?? "该"}格式。请另存为 DOCX 或 PDF。`,
  archive: (f) => `该文件是压缩包${groupOf(f.format)}，不是单个文件。请先解压，再处理其中的文件。`,
  encrypted: (f) => `文件${groupOf(f.format)}已加密，需要密码。请另存一份不加密的副本。`,
  damaged: (f) => `文件${groupOf(f.format)}已损坏，无法打开。请从原处重新获取。`,
  "too-large": (f) => `文件超出限制${limitOf(f)}。请拆分文件或重新保存。`,
  "no-text": () => "文件中没有读出文字。请核对文件；如为扫描件，请用更清晰的扫描。",
  "not-a-plan": () => "文字不像一份方案：没有找到目标、步骤、任务、措施、职责或标准。请核对文件是否正确。",
  "needs-libreoffice": (f) =>
    `读取${f.format ?? "该"}格式需要 LibreOffice，本机没有找到。请安装（或用 FANGAN_SOFFICE 指明 soffice 的路径），或将文件另存为 DOCX 或 PDF。`,
  "conversion-failed": (f) =>
    `用 LibreOffice 转换该文件${groupOf(f.format)}没有成功：${officeFault(f.reason)}。请另存为 DOCX 或 PDF。`,
  "reader-fell-back": (f) =>
    `本应由${f.reader ?? "首选读取器"}读取，但${officeFault(f.reason)}，已改用自带的读取器。请将结果与原件核对。`,
  "page-without-text": (f) => `第${f.page ?? ""}页没有读出文字，已跳过。请核对该页；如为扫描页，请用更清晰的扫描。`,
  "page-missing": (f) => `第${f.page ?? ""}页缺失或已损坏，已跳过。请从原处重新获取该文件。`,
  "read-by-ocr": (f) => `有${f.pages ?? ""}页是图像，文字由识别得出。请将重要数字与原件核对。`,
  "font-without-unicode": (f) =>
    `第${f.pages ?? ""}页的字体没有说明所绘的是什么字，这些页的文字由识别得出。请将其中的名称和数字与原件核对。`,
  "low-confidence": (f) => `第${f.page ?? ""}页有${f.count ?? ""}个字识别得没有把握。请与原件核对。`,
  "element-ignored": (f) => `已跳过${f.element ?? f.name ?? "一个元素"}。请将结果与原件核对。`,
  "encoding-guessed": (f) => `文件没有声明编码，按${f.encoding}读取。如出现乱码，请另存为 UTF-8。`,
  "evidence-missing": (f) => `${f.what ?? f.path ?? "一项内容"}在原文中找不到出处，已舍去。`,
  "timed-out": (f) => `限时${f.seconds ?? "若干"}秒内没有完成，已停止。请拆分文件，或延长时间上限。`,
  "out-of-memory": (f) => `占用内存超过${f.megabytes} MB，已停止。请拆分文件，或调高内存上限。`,
  crashed: (f) => `程序处理该文件时出错（${f.reason}）。请附上文件反馈。`,
};

const OFFICE_FAULTS: Readonly<Record<string, string>> = {
  "cannot-start": "无法启动",
  "timed-out": "没有在限定时间内完成",
  "too-large": "转换结果超出限制",
  stopped: "中途停止",
};

const officeFault = (reason: string | number | undefined): string =>
  OFFICE_FAULTS[String(reason)] ?? "没有得到可以读取的文字";

function limitOf(facts: SaidFacts): string {
  const { limit, came } = splitLimit(facts);
  return limit === undefined ? "" : `（${[...came, `上限 ${limit}`].join("，")}）`;
}
