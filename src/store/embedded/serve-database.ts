import { createServer, type Server, type Socket } from "node:net";
import { asksEncryption, createFrameReader, type Frame, isCancel } from "./frames.ts";
import { ownStatement } from "./statement-names.ts";
import { createClient, createTurns, type Turns, welcome } from "./turns.ts";

/** Sync, Query, Flush and FunctionCall ask for an answer; a first message has no letter. */
const ASKS = new Set(["S", "Q", "H", "F", ""]);
const TERMINATE = "X";
const PATIENCE_MS = 60_000;

/**
 * Serves the embedded database on a UNIX socket. (`@electric-sql/pglite-socket` was measured and left: a statement whose
 * parameters fill more than one chunk of the socket got another connection's answer in 12 of 120 cases, notifications
 * never reached other connections, and all of them shared one `search_path`.)
 */
export function serveDatabase(execute: (batch: Buffer) => Buffer, path: string): Promise<Server> {
  const turns = createTurns(execute, PATIENCE_MS);
  const sockets = new Set<Socket>();
  let clients = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    attend(socket, turns, ++clients);
  });
  server.on("drop-all", () => {
    for (const socket of sockets) socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ path, backlog: 511 }, () => resolve(server));
  });
}

/** Hangs up on every client and stops listening. */
export const stopServing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.emit("drop-all");
  });

function attend(socket: Socket, turns: Turns, number: number): void {
  const client = createClient(
    (bytes) => socket.writable && socket.write(bytes),
    () => socket.destroySoon(),
  );
  const reader = createFrameReader();
  let batch: Buffer[] = [];

  const take = (frame: Frame): void => {
    if (asksEncryption(frame)) return void socket.write("N");
    if (isCancel(frame) || frame.type === TERMINATE) return void socket.end();
    batch.push(frame.type === "" ? welcome(client, frame.bytes) : ownStatement(frame, number, client.statements));
    if (!ASKS.has(frame.type)) return;
    turns.enqueue(client, Buffer.concat(batch));
    batch = [];
  };
  socket.on("data", (chunk) => {
    try {
      for (const frame of reader.push(chunk)) take(frame);
    } catch {
      socket.destroy();
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => turns.leave(client));
}
