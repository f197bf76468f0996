import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedDatabase, openEmbedded } from "../../src/store/embedded/open-embedded.ts";
import { createDataFolder } from "../services/embedded-folder.ts";

let folder: string;
let database: EmbeddedDatabase;
const clients: pg.Client[] = [];

const connect = async (options?: string): Promise<pg.Client> => {
  const { host, port } = database;
  const client = new pg.Client({ host, port, user: "postgres", database: "postgres", ...(options ? { options } : {}) });
  client.on("error", () => {});
  await client.connect();
  clients.push(client);
  return client;
};

beforeAll(async () => {
  folder = await createDataFolder();
  database = await openEmbedded(folder, false);
}, 300_000);

afterAll(async () => {
  await Promise.allSettled(clients.map((client) => client.end()));
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("many connections to the embedded database", { timeout: 60_000 }, () => {
  test("each gets its own answers, also where a statement is longer than a chunk of the socket", async () => {
    const long = "方".repeat(300_000);
    const ask = async (client: pg.Client, who: string, filler: string): Promise<string[]> => {
      const wrong: string[] = [];
      for (let i = 0; i < 40; i++) {
        const { rows } = await client.query(`select $1::int as i, '${who}' as who, length($2) as length`, [i, filler]);
        if (rows[0].i !== i || rows[0].who !== who || rows[0].length !== filler.length)
          wrong.push(JSON.stringify(rows));
      }
      return wrong;
    };
    const [a, b, c] = await Promise.all([connect(), connect(), connect()]);
    const wrong = await Promise.all([ask(a, "a", long), ask(b, "b", "x"), ask(c, "c", long)]);
    expect(wrong.flat()).toEqual([]);
  });

  test("a transaction is not seen by others before its end, and takes nothing of theirs along when it is rolled back", async () => {
    const [a, b] = await Promise.all([connect(), connect()]);
    await a.query("create table interleaved (n int)");
    await a.query("begin");
    await a.query("insert into interleaved values (1)");
    const other = b.query("insert into interleaved values (2)");
    const seen = b.query("select n from interleaved order by n");
    await a.query("insert into interleaved values ($1)", [3]);
    await a.query("rollback");
    await other;
    expect((await seen).rows).toEqual([{ n: 2 }]);
    expect((await a.query("select n from interleaved")).rows).toEqual([{ n: 2 }]);
  });

  test("sixteen connections that each add in transactions of their own lose nothing", async () => {
    const many = await Promise.all(Array.from({ length: 16 }, () => connect()));
    await many[0]!.query("create table counter (n int); insert into counter values (0)");
    await Promise.all(
      many.map(async (client) => {
        for (let i = 0; i < 10; i++) {
          await client.query("begin");
          const { rows } = await client.query("select n from counter for update");
          await client.query("update counter set n = $1", [rows[0].n + 1]);
          await client.query("commit");
        }
      }),
    );
    expect((await many[0]!.query("select n from counter")).rows).toEqual([{ n: 160 }]);
  });

  test("an error leaves the connection usable, and the others untouched", async () => {
    const [a, b] = await Promise.all([connect(), connect()]);
    await expect(a.query("select * from nowhere where x = $1", [1])).rejects.toMatchObject({ code: "42P01" });
    await a.query("begin");
    await expect(a.query("select 1 / 0")).rejects.toMatchObject({ code: "22012" });
    await expect(a.query("select 1")).rejects.toMatchObject({ code: "25P02" });
    const waiting = b.query("select 'b' as who");
    await a.query("rollback");
    expect((await waiting).rows).toEqual([{ who: "b" }]);
    expect((await a.query("select $1::text as who", ["a"])).rows).toEqual([{ who: "a" }]);
  });

  test("a connection lost within a transaction gives the database back, rolled back", async () => {
    const [a, b] = await Promise.all([connect(), connect()]);
    await b.query("create table lost (n int)");
    await a.query("begin");
    await a.query("insert into lost values (1)");
    const waiting = b.query("select count(*)::int as n from lost");
    (a as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
    expect((await waiting).rows).toEqual([{ n: 0 }]);
  });

  test("a notification reaches every connection that listens, and no other", async () => {
    const [a, b, c, d] = await Promise.all([connect(), connect(), connect(), connect()]);
    const heard: string[] = [];
    for (const [name, client] of Object.entries({ a, b, c }))
      client.on("notification", ({ channel, payload }) => heard.push(`${name} ${channel} ${payload}`));
    await a.query("listen jobs");
    await b.query("listen jobs");
    await d.query("begin");
    await d.query("select pg_notify('jobs', 'one')");
    expect(heard).toEqual([]);
    await d.query("commit");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.sort()).toEqual(["a jobs one", "b jobs one"]);
  });

  test("search_path and application_name are each connection's own", async () => {
    const [a, b] = await Promise.all([connect('-c search_path="elsewhere"'), connect()]);
    const path = async (client: pg.Client): Promise<string> =>
      (await client.query("show search_path")).rows[0].search_path;
    await b.query("create schema elsewhere; create table elsewhere.thing (n int)");
    expect([await path(a), await path(b), await path(a)]).toEqual(['"elsewhere"', "public", '"elsewhere"']);
    expect((await a.query("select count(*)::int as n from thing")).rows).toEqual([{ n: 0 }]);
    await expect(b.query("select * from thing")).rejects.toMatchObject({ code: "42P01" });
    await b.query("set application_name to 'b'");
    expect((await a.query("show application_name")).rows[0].application_name).not.toBe("b");
    expect((await b.query("show application_name")).rows[0].application_name).toBe("b");
  });

  test("statements prepared under one name by two connections are two", async () => {
    const [a, b] = await Promise.all([connect(), connect()]);
    expect((await a.query({ name: "same", text: "select 'a' as who" })).rows).toEqual([{ who: "a" }]);
    expect((await b.query({ name: "same", text: "select 'b' as who" })).rows).toEqual([{ who: "b" }]);
    expect((await a.query({ name: "same", text: "select 'a' as who" })).rows).toEqual([{ who: "a" }]);
  });

  test("garbage on the socket ends that connection alone", async () => {
    const { createConnection } = await import("node:net");
    const socket = createConnection(join(database.host, `.s.PGSQL.${database.port}`));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => {});
    socket.write(Buffer.alloc(64, 0xff));
    await closed;
    expect((await (await connect()).query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});
