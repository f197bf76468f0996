import type { StoreFaultCode } from "../../schemas/store-fault.ts";

type Said = readonly [en: string, zh: string];

/** What each fault is and what to do; the first in English, the second in Chinese. */
export const FAULT_SENTENCES: Readonly<Record<StoreFaultCode, Said>> = {
  "file-without-row": [
    "no document and no submission has this file; a repair removes it",
    "没有文档或提交用到此文件；修复时删除",
  ],
  "file-forgotten": ["an upload that was cut short left this; a repair removes it", "中断的上传遗留此文件；修复时删除"],
  "file-missing": [
    "the file of this document or submission is gone; upload it again or restore a backup",
    "此文档或提交的原件已不在；请重新上传或从备份恢复",
  ],
  "file-damaged": [
    "the file has another hash than its name; upload it again or restore a backup",
    "文件内容与其散列不符；请重新上传或从备份恢复",
  ],
  "document-without-plan": [
    "the document has no plan of its program; upload it again",
    "文档没有对应程序的方案数据；请重新上传",
  ],
  "facts-differ": [
    "the document's fact rows differ from its plan; a repair writes them anew",
    "文档的事实行与方案不符；修复时重写",
  ],
  "facts-without-document": [
    "there are fact rows of a document that is not there; a repair removes them",
    "事实行所属的文档不在；修复时删除这些行",
  ],
  "submission-without-document": [
    "the submission is done, its document is not there; a repair queues it again",
    "提交已完成而文档不在；修复时重新排队",
  ],
  "batch-done-too-early": [
    "the batch is done, one of its submissions is not; a repair opens it again",
    "批次已完成而其中有未完成的提交；修复时重新打开",
  ],
  "comparison-without-document": [
    "a document of the comparison is not there; a repair removes the comparison",
    "比较所涉文档不在；修复时删除该比较",
  ],
};
