import { setImmediate as breathe } from "node:timers/promises";
import type { DocumentRecord } from "../../../schemas/document-record.ts";
import { createDistinctNames } from "../../core/distinct-names.ts";
import type { ZipFile } from "../../core/stream-zip.ts";
import { writeCsv } from "../../publish/csv/write-csv.ts";
import { type PublishFormat, publish } from "../../publish/publish.ts";
import { PublishError } from "../../publish/publish-error.ts";
import type { PublishedFile } from "../../publish/published-file.ts";
import type { Store } from "../../store/store.ts";
import { findPlan } from "./find-plans.ts";

const LIST_NAME = "导出清单.csv";
const LIST_HEAD = ["编号", "标题", "来源文件", "导出文件", "说明"] as const;

/**
 * Publishes plans one after the other, as they stand with their corrections; last comes a list of all of them that says which
 * files each gave, or why it gave none.
 */
export async function* exportPlans(
  store: Store,
  documents: readonly DocumentRecord[],
  format: PublishFormat,
): AsyncGenerator<ZipFile> {
  const rows: string[][] = [];
  const nameFor = createDistinctNames();
  nameFor(LIST_NAME);
  for (const { id, title, fileName } of documents) {
    const { files, lack } = await publishOne(store, id, format);
    const names: string[] = [];
    for (const { name, bytes } of files) {
      names.push(nameFor(name));
      yield { name: names.at(-1)!, bytes };
    }
    rows.push([id, title ?? "", fileName, names.join("；"), lack ?? ""]);
    await breathe();
  }
  yield { name: LIST_NAME, bytes: new TextEncoder().encode(writeCsv([LIST_HEAD, ...rows])) };
}

async function publishOne(
  store: Store,
  id: string,
  format: PublishFormat,
): Promise<{ readonly files: readonly PublishedFile[]; readonly lack: string | null }> {
  try {
    return { files: await publish(await findPlan(store, id), format), lack: null };
  } catch (error) {
    if (error instanceof PublishError) return { files: [], lack: error.messageZh };
    throw error;
  }
}
