import { z } from "zod";
import { Delivery, Webhook, WebhookRequest } from "../../../../schemas/webhook.ts";
import type { Server } from "../http.ts";
import { Refusal } from "../problem-codes.ts";
import { recordWrite } from "../record-write.ts";
import type { Service } from "../service.ts";
import { isPrivateHost } from "../webhooks/private-address.ts";
import { cursorQuery, Id, needs, pageOf } from "./route.ts";

const Made = z.object({ secret: z.string(), webhook: Webhook });

/** Who is called when something happens, and what came of the calls. */
export function addWebhookRoutes(server: Server, { store, settings }: Service): void {
  server.get(
    "/api/webhooks",
    {
      ...needs("admin"),
      schema: { response: { 200: z.object({ items: z.array(Webhook) }) }, tags: ["service"], summary: "All webhooks" },
    },
    async () => ({ items: [...(await store.webhooks.list())] }),
  );

  server.post(
    "/api/webhooks",
    {
      ...needs("admin"),
      schema: {
        body: WebhookRequest,
        response: { 201: Made },
        tags: ["service"],
        summary: "Add a webhook; the secret that signs its calls is shown this once",
      },
    },
    async (request, reply) => {
      const { hostname, username } = new URL(request.body.url);
      if (username !== "" || (!settings.webhookPrivate && isPrivateHost(hostname)))
        throw new Refusal("address-private", { came: hostname });
      const { secret, webhook } = await store.webhooks.create(request.body, request.actor!.id);
      await recordWrite(store, request, "webhook.create", webhook.id, { host: hostname });
      return reply.header("cache-control", "no-store").code(201).send({ secret, webhook });
    },
  );

  server.delete(
    "/api/webhooks/:id",
    { ...needs("admin"), schema: { params: Id, tags: ["service"], summary: "Remove a webhook" } },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await store.webhooks.remove(id))) throw new Refusal("not-found", { what: "webhook", id });
      await recordWrite(store, request, "webhook.delete", id);
      return reply.code(204).send();
    },
  );

  server.get(
    "/api/webhooks/:id/deliveries",
    {
      ...needs("admin"),
      schema: {
        params: Id,
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(Delivery) },
        tags: ["service"],
        summary: "The calls of a webhook, the newest first",
      },
    },
    async ({ params, query }) => {
      const { items, next } = await store.webhooks.listDeliveries(params.id, query);
      return { items: [...items], next };
    },
  );
}
