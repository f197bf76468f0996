import { type Command, Option } from "commander";
import { type Client, createClient } from "../../client/client.ts";
import { ServiceProblem } from "../../client/service-problem.ts";
import { EXIT } from "../exit-codes.ts";
import { defaultWording, type Wording } from "../language.ts";
import { sayError, sayOther } from "./say-service.ts";

export interface ServerOptions {
  readonly server: string;
  readonly key?: string;
  readonly lang?: Wording;
}

export const SERVER_HELP = `Environment:
  FANGAN_SERVER  the service, where --server is not given
  FANGAN_KEY     the API key; on a command line others of this machine may see it`;

/** The options of every command that talks to a running service. */
export const withServer = (command: Command): Command =>
  command
    .addOption(new Option("--server <url>", "the service").env("FANGAN_SERVER").default("http://127.0.0.1:8080"))
    .addOption(new Option("--key <key>", "an API key, where the service needs one [FANGAN_KEY]"))
    .addOption(new Option("--lang <lang>", "language of what is said").choices(["zh", "en", "both"]));

/** A client, and how to speak with who runs the command. */
export interface Connection {
  readonly client: Client;
  readonly server: string;
  readonly wording: Wording;
}

const KEY = /^[\x21-\x7e]+$/;

/** Null after a wrong --server or --key has been told. */
export function findConnection(
  { server, key = process.env.FANGAN_KEY, lang }: ServerOptions,
  { signal, patienceSeconds }: { readonly signal?: AbortSignal; readonly patienceSeconds?: number } = {},
): Connection | null {
  const wording = lang ?? defaultWording(process.env);
  const wrong = !/^https?:$/.test(URL.parse(server)?.protocol ?? "")
    ? sayOther("server-wrong", { came: server }, wording)
    : key && !KEY.test(key)
      ? sayOther("key-wrong", {}, wording)
      : null;
  if (wrong) {
    process.stderr.write(`${wrong}\n`);
    return null;
  }
  const client = createClient({
    server,
    key: key || null,
    ...(signal && { signal }),
    ...(patienceSeconds !== undefined && { patienceSeconds }),
  });
  return { client, server, wording };
}

/** Runs one piece of work with a service; what it refuses is one line on standard error. Gives the exit status. */
export async function withConnection(
  options: ServerOptions,
  work: (connection: Connection) => Promise<number>,
): Promise<number> {
  const connection = findConnection(options);
  if (!connection) return EXIT.usage;
  try {
    return await work(connection);
  } catch (error) {
    process.stderr.write(`${sayError(error, connection.server, connection.wording)}\n`);
    return EXIT.failed;
  }
}

/** Null where the service knows no such id; what has not the shape of one, it does not know either. */
export async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof ServiceProblem && ["not-found", "request-invalid"].includes(error.problem.code)) return null;
    throw error;
  }
}
