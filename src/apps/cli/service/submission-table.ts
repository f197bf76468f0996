import type { Batch, Submission } from "../../../../schemas/submission.ts";
import type { Wording } from "../language.ts";
import { type Column, writeTable } from "../text-table.ts";
import { sayFailure } from "./say-service.ts";

const column = (most: number, side: Column["side"], zh: string, en: string, wording: Wording): Column => ({
  heading: wording === "zh" ? zh : wording === "en" ? en : `${zh} ${en}`,
  side,
  most,
});

const STATES: Readonly<Record<Submission["state"], string>> = {
  queued: "排队",
  running: "处理中",
  done: "完成",
  failed: "失败",
  cancelled: "已取消",
};

const stateOf = ({ state, progress }: Submission, wording: Wording): string => {
  const text = wording === "zh" ? STATES[state] : wording === "en" ? state : `${STATES[state]} ${state}`;
  return state === "running" ? `${text} ${progress}%` : text;
};

/** Why a file has no plan, or nothing. */
export const reasonOf = ({ state, failure }: Submission, wording: Wording): string =>
  failure
    ? sayFailure(failure, wording)
    : state === "cancelled"
      ? sayFailure({ code: "cancelled", facts: {} }, wording)
      : "";

/** A line a file; `places` says where the plan of each document was put. */
export function writeSubmissions(
  submissions: readonly Submission[],
  wording: Wording,
  places: ReadonlyMap<string, string> = new Map(),
): string {
  const columns = [
    column(40, "left", "文件", "file", wording),
    column(20, "left", "状态", "state", wording),
    column(36, "left", "编号", "id", wording),
    column(80, "left", "方案", "plan", wording),
    column(120, "left", "原因", "reason", wording),
  ];
  const rows = submissions.map((submission) => [
    submission.fileName,
    stateOf(submission, wording),
    submission.id,
    places.get(submission.id) ?? submission.document ?? "",
    reasonOf(submission, wording),
  ]);
  return writeTable(columns, rows);
}

/** A line a batch. */
export function writeBatches(batches: readonly Batch[], wording: Wording): string {
  const columns = [
    column(36, "left", "批次", "batch", wording),
    column(30, "left", "名称", "name", wording),
    column(16, "left", "时间", "time", wording),
    column(16, "right", "排队", "queued", wording),
    column(16, "right", "处理中", "running", wording),
    column(16, "right", "完成", "done", wording),
    column(16, "right", "失败", "failed", wording),
    column(16, "right", "取消", "cancelled", wording),
  ];
  const rows = batches.map(({ id, name, createdAt, counts }) => [
    id,
    name ?? "",
    createdAt.slice(0, 16).replace("T", " "),
    ...[counts.queued, counts.running, counts.done, counts.failed, counts.cancelled].map(String),
  ]);
  return writeTable(columns, rows);
}
