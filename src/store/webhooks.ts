import { randomBytes } from "node:crypto";
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import { Delivery, Webhook, type WebhookEvent } from "../../schemas/webhook.ts";
import { cleanText } from "./clean-text.ts";
import { createId } from "./ids.ts";
import { limitOf, pageOf, readCursor } from "./paging.ts";
import type { Webhooks } from "./service-parts.ts";
import type { Database, Row, Tables } from "./tables.ts";

const LONGEST_ERROR = 500;
/** Of a UUID of version 7: its time and its counter, by which ids are sorted. */
const ORDERED_DIGITS = "01890a5d-ac96-774b".length;

export const createWebhooks = (database: Database): Webhooks => ({
  create: async ({ url, events }, who) => {
    const secret = randomBytes(32).toString("base64url");
    const row = await database
      .insertInto("webhooks")
      .values({ id: createId(), url, events: [...events], secret, who })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { secret, webhook: toWebhook(row) };
  },
  list: async () => (await database.selectFrom("webhooks").selectAll().orderBy("id").execute()).map(toWebhook),
  remove: async (id) => {
    const { numDeletedRows } = await database.deleteFrom("webhooks").where("id", "=", id).executeTakeFirst();
    return numDeletedRows > 0n;
  },
  announce: (event, payload) => announceIn(database, event, payload),
  takeDue: (limit, seconds) => takeDue(database, limit, seconds),
  delivered: async (id, status) => {
    await database
      .updateTable("deliveries")
      .set({ state: "delivered", last_status: status, last_error: null, delivered_at: sql<string>`now()` })
      .where("id", "=", id)
      .execute();
  },
  failed: async (id, status, error, nextAt) => {
    const next = nextAt === null ? { state: "dead" } : { next_at: nextAt.toISOString() };
    await database
      .updateTable("deliveries")
      .set({ ...next, last_status: status, last_error: cleanText(error).slice(0, LONGEST_ERROR) })
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .execute();
  },
  listDeliveries: async (webhook, page = {}) => {
    const limit = limitOf(page);
    const key = readCursor(page.cursor, ["string"]);
    const rows = await database
      .selectFrom("deliveries")
      .selectAll()
      .where("webhook_id", "=", webhook)
      .$if(key !== null, (each) => each.where("id", "<", String(key![0])))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, ({ id }) => [id], toDelivery);
  },
  removeDelivered: async (before) => {
    const { numDeletedRows } = await database
      .deleteFrom("deliveries")
      .where("state", "in", ["delivered", "dead"])
      .where("created_at", "<", before.toISOString())
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});

/** Puts the deliveries of an event into the outbox: in the transaction that made the event true, where there is one. */
export async function announceIn(
  database: QueryCreator<Tables>,
  event: WebhookEvent,
  payload: Delivery["payload"],
): Promise<void> {
  await database
    .insertInto("deliveries")
    .columns(DELIVERY_COLUMNS)
    .expression((query) =>
      query
        .selectFrom("webhooks")
        .select(deliveryOf(event, sql`${JSON.stringify(payload)}::json`))
        .where(hears(event)),
    )
    .execute();
}

export const DELIVERY_COLUMNS = ["id", "webhook_id", "event", "payload"] as const;

/** What a row of `webhooks` becomes in `deliveries`; the id is a UUID of version 7, as `createId` makes them. */
export const deliveryOf = (event: WebhookEvent, payload: RawBuilder<unknown>) => [
  sql<string>`overlay(gen_random_uuid()::text placing ${createId().slice(0, ORDERED_DIGITS)} from 1)`.as("id"),
  sql<string>`webhooks.id`.as("webhook_id"),
  sql<string>`${event}::text`.as("event"),
  sql<string>`${payload}`.as("payload"),
];

/** The webhooks that want an event. */
export const hears = (event: WebhookEvent) =>
  sql<boolean>`webhooks.disabled_at is null and webhooks.events @> array[${event}::text]`;

/** Counts an attempt and puts the next one off, so that a sender that dies holds nothing up for good. */
async function takeDue(database: Database, limit: number, seconds: number) {
  const { rows } = await sql<Row<"deliveries"> & { readonly url: string; readonly secret: string }>`
    update deliveries set attempts = attempts + 1, next_at = now() + make_interval(secs => ${seconds})
    from webhooks
    where webhooks.id = deliveries.webhook_id and deliveries.id in (
      select id from deliveries where state = 'waiting' and next_at <= now()
      order by next_at limit ${limit} for update skip locked)
    returning deliveries.*, webhooks.url, webhooks.secret`.execute(database);
  return rows.map((row) => ({ ...toDelivery(row), url: row.url, secret: row.secret }));
}

const toWebhook = (row: Row<"webhooks">): Webhook =>
  Webhook.parse({
    id: row.id,
    url: row.url,
    events: row.events,
    who: row.who,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  });

const toDelivery = (row: Row<"deliveries">): Delivery =>
  Delivery.parse({
    id: row.id,
    webhook: row.webhook_id,
    event: row.event,
    payload: row.payload,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at,
    deliveredAt: row.delivered_at,
  });
