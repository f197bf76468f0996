import { Readable } from "node:stream";
import { z } from "zod";
import { streamZip } from "../../../core/stream-zip.ts";
import { PUBLISH_FORMATS, publish } from "../../../publish/publish.ts";
import { PublishError } from "../../../publish/publish-error.ts";
import { exportPlans } from "../export-plans.ts";
import { findDocument, findPlan } from "../find-plans.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { attachment, sendFiles } from "../send-file.ts";
import type { Service } from "../service.ts";
import { needs } from "./route.ts";

const Params = z.object({ id: z.string().max(100), format: z.enum(PUBLISH_FORMATS) });

const MOST_PLANS = 200;
const Asked = z.object({
  format: z.enum(PUBLISH_FORMATS).exclude(["schema"]),
  documents: z.string().min(1).max(10_000).describe("The ids of the documents, with commas between them"),
});

/** A plan and its standards in the formats that other systems take: one plan, or many as one ZIP. */
export function addPublicationRoutes(server: Server, { store }: Service): void {
  server.get(
    "/api/documents/:id/publish/:format",
    {
      ...needs("read", { "*/*": null }),
      schema: { params: Params, tags: ["documents"], summary: "Publish: several files come as a ZIP" },
    },
    async ({ params: { id, format } }, reply) => {
      const { fileName } = await findDocument(store, id);
      const files = await publish(await findPlan(store, id), format).catch((error: unknown) => {
        throw error instanceof PublishError ? new Refusal("nothing-to-publish", { format, lack: error.lack }) : error;
      });
      return sendFiles(reply, files, `${fileName}.${format}.zip`);
    },
  );

  server.get(
    "/api/documents/export",
    {
      ...needs("read", { "application/zip": null }),
      compress: false,
      schema: {
        querystring: Asked,
        tags: ["documents"],
        summary: "Publish up to 200 plans as one ZIP, with a list of what each gave",
      },
    },
    async ({ query: { format, documents } }, reply) => {
      const ids = [...new Set(documents.split(",").filter(Boolean))];
      if (ids.length > MOST_PLANS) throw new Refusal("too-many-plans", { limit: MOST_PLANS, came: ids.length });
      const records = [];
      for (const id of ids) records.push(await findDocument(store, id));
      return attachment(reply, `fangan-${format}.zip`, "application/zip").send(
        Readable.from(streamZip(exportPlans(store, records, format))),
      );
    },
  );
}
