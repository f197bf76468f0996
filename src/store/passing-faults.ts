/** Classes and codes of SQLSTATE that say "not now": connection, resources, shutdown, serialization, locks, input and output. */
const SQL_STATES = /^(?:08...|53...|57P0[1-5]|57014|40001|40P01|55P03|25P0[34]|58030)$/;

/** Codes of Node for a network, a disk or a process table that is in the way for a time. */
const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOSPC",
  "EDQUOT",
  "EMFILE",
  "ENFILE",
  "EIO",
  "EBUSY",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_SOCKET",
]);

/** What node-postgres, ioredis and Redis itself say without a code. */
const SAYINGS =
  /Connection terminated|Connection ended|connection error and is not queryable|timeout exceeded when trying to connect|Connection is closed|^(?:LOADING|READONLY|MISCONF|OOM|CLUSTERDOWN|MASTERDOWN|TRYAGAIN) |max retries per request/i;

const FIELDS = ["code", "syscall", "message", "cause", "errors", "isPassing"] as const;
type Field = (typeof FIELDS)[number];

const read = (error: object, field: Field): unknown => (field in error ? Reflect.get(error, field) : undefined);

/**
 * Whether a fault is likely to pass by itself, so that another try makes sense: database, Redis or storage lost or full,
 * a transaction that lost a race. Anything else is a fault of the input or of the program, and stays.
 */
export function isPassing(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = read(error, "code");
  if (read(error, "isPassing") === true) return true;
  if (typeof code === "string" && (SQL_STATES.test(code) || SYSTEM_CODES.has(code))) return true;
  if (code === "ENOENT" && read(error, "syscall") === "connect") return true;
  const message = read(error, "message");
  if (typeof message === "string" && SAYINGS.test(message)) return true;
  const parts = read(error, "errors");
  return isPassing(read(error, "cause")) || (Array.isArray(parts) && parts.some(isPassing));
}

/** The transaction was rolled back for sure, by another's fault: serialization failure or deadlock. */
export const lostRace = (error: unknown): boolean =>
  typeof error === "object" && error !== null && ["40001", "40P01"].includes(String(read(error, "code")));
