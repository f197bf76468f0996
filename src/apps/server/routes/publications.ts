import { z } from "zod";
import { PUBLISH_FORMATS, publish } from "../../../publish/publish.ts";
import { PublishError } from "../../../publish/publish-error.ts";
import { findDocument, findPlan } from "../find-plans.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { sendFiles } from "../send-file.ts";
import type { Service } from "../service.ts";
import { needs } from "./route.ts";

const Params = z.object({ id: z.string().max(100), format: z.enum(PUBLISH_FORMATS) });

/** A plan and its standards in the formats that other systems take. */
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
}
