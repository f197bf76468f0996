import { inBoth } from "./in-both.ts";

export const downloadWords = inBoth(
  {
    download: "导出",
    formats: {
      json: "方案数据（JSON）",
      xlsx: "标准表格（XLSX）",
      docx: "文档（DOCX）",
      markdown: "文档（Markdown）",
      ics: "时间节点日历（ICS）",
      "targets-csv": "目标（CSV）",
      "responsibilities-csv": "责任分工（CSV）",
      standard: "标准数据（JSON）",
      workbook: "评分表（XLSX，可填写）",
      csv: "标准（CSV）",
      schema: "标准数据的格式（JSON Schema）",
    },
  },
  {
    download: "Export",
    formats: {
      json: "Plan data (JSON)",
      xlsx: "Standards (XLSX)",
      docx: "Document (DOCX)",
      markdown: "Document (Markdown)",
      ics: "Calendar of dates (ICS)",
      "targets-csv": "Targets (CSV)",
      "responsibilities-csv": "Responsibilities (CSV)",
      standard: "Standard data (JSON)",
      workbook: "Scoring sheet to fill in (XLSX)",
      csv: "Standard (CSV)",
      schema: "Shape of the standard data (JSON Schema)",
    },
  },
);
