import { cutAnswer, fatalError, frame, simpleQuery, textsOf } from "./frames.ts";
import { DEFAULT_STARTUP, readReported, readStartup, switchSettings } from "./session-settings.ts";
import { forgetStatements } from "./statement-names.ts";

/** One client. The messages of a batch end with one that asks for an answer. */
export interface Client {
  readonly write: (bytes: Buffer) => void;
  readonly hangUp: () => void;
  readonly batches: Buffer[];
  /** What the client has set for its session; the database's own settings where it has set nothing. */
  readonly settings: Map<string, string>;
  /** The prepared statements that it has named. */
  readonly statements: Set<string>;
  isListening: boolean;
}

export const createClient = (write: Client["write"], hangUp: Client["hangUp"]): Client => ({
  write,
  hangUp,
  batches: [],
  settings: new Map(),
  statements: new Set(),
  isListening: false,
});

/** Gives the one session that the embedded database has to many clients in turn. */
export interface Turns {
  /** Runs the client's next batch as soon as it is its turn. */
  readonly enqueue: (client: Client, batch: Buffer) => void;
  /** The client has hung up: its open transaction is rolled back. */
  readonly leave: (client: Client) => void;
}

const SYNC = frame("S");
const IDLE = "I".charCodeAt(0);

/**
 * A client that has begun keeps the database until the database says that no transaction is open (`ReadyForQuery`,
 * status `I`). So no statement of another comes between the messages of one statement, or into its transaction. A client
 * that leaves a transaction open and says nothing for `patienceMs` is hung up on.
 */
export function createTurns(execute: (batch: Buffer) => Buffer, patienceMs: number): Turns {
  const clients = new Set<Client>();
  const gone = new WeakSet<Client>();
  const waiting: Client[] = [];
  /** What the session has now. */
  const current = new Map<string, string>();
  let holder: Client | null = null;
  let patience: NodeJS.Timeout | undefined;
  /** To be run when nobody has the database. */
  const farewells: Buffer[] = [];

  const note = (bytes: Buffer, client: Client | null): void => {
    const pair = readReported(bytes);
    if (!pair) return;
    current.set(...pair);
    client?.settings.set(...pair);
  };
  const runSilently = (batch: Buffer): void => {
    for (const { type, bytes } of cutAnswer(execute(batch))) if (type === "S") note(bytes, null);
  };
  runSilently(DEFAULT_STARTUP);
  const defaults = new Map(current);
  const take = (client: Client): void => {
    holder = client;
    for (const farewell of farewells.splice(0)) runSilently(farewell);
    for (const [name, value] of defaults) if (!client.settings.has(name)) client.settings.set(name, value);
    const change = switchSettings(current, client.settings);
    if (change) runSilently(change);
  };

  /** Runs one batch and hands out the answer; true where the client's turn is over. */
  const run = (client: Client, batch: Buffer): boolean => {
    const own: Buffer[] = [];
    const notifications: Buffer[] = [];
    let isOver = false;
    for (const { type, bytes } of cutAnswer(execute(batch))) {
      if (type === "S") note(bytes, isStartup(batch) ? null : client);
      if (type === "C" && textsOf(bytes, 5)[0] === "LISTEN") client.isListening = true;
      if (type === "Z") isOver = bytes[5] === IDLE;
      (type === "A" ? notifications : own).push(bytes);
    }
    client.write(Buffer.concat(own));
    if (notifications.length > 0)
      for (const each of clients) if (each.isListening) each.write(Buffer.concat(notifications));
    return isOver;
  };

  const loseHolder = (client: Client): void => {
    client.write(fatalError("25P03", `transaction left open for ${patienceMs} ms`));
    client.hangUp();
    leave(client);
  };
  const goOn = (): void => {
    clearTimeout(patience);
    for (;;) {
      const next = holder ?? waiting.shift();
      if (!next) return;
      if (!holder) take(next);
      const batch = next.batches.shift();
      if (!batch) {
        patience = setTimeout(loseHolder, patienceMs, next);
        return;
      }
      if (run(next, batch)) release(next);
    }
  };
  const release = (client: Client): void => {
    holder = null;
    if (client.batches.length > 0) waiting.push(client);
  };
  const leave = (client: Client): void => {
    clients.delete(client);
    gone.add(client);
    const place = waiting.indexOf(client);
    if (place >= 0) waiting.splice(place, 1);
    client.batches.length = 0;
    if (client.statements.size > 0) farewells.push(forgetStatements(client.statements));
    if (holder !== client) return;
    holder = null;
    runSilently(SYNC);
    runSilently(simpleQuery("rollback"));
    goOn();
  };

  return {
    leave,
    enqueue: (client, batch) => {
      if (gone.has(client)) return;
      clients.add(client);
      client.batches.push(batch);
      if (holder !== client && !waiting.includes(client)) waiting.push(client);
      if (holder === null || holder === client) goOn();
    },
  };
}

/** A first message has no letter: it begins with its length, which is below 16 MB. */
const isStartup = (batch: Buffer): boolean => batch[0] === 0;

/** A client's first message: its settings are told apart, and it goes to the database as any batch. */
export function welcome(client: Client, startup: Buffer): Buffer {
  for (const pair of readStartup(startup)) client.settings.set(...pair);
  return startup;
}
