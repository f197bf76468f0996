import { type Frame, frame } from "./frames.ts";

/** Where a message names a prepared statement: in `Parse` first, in `Bind` after the portal, in `Describe` and `Close` after an `S`. */
function findName({ type, bytes }: Frame): number | null {
  if (type === "P") return 5;
  if (type === "B") return bytes.indexOf(0, 5) + 1;
  if (type === "D" || type === "C") return bytes[5] === "S".charCodeAt(0) ? 6 : null;
  return null;
}

/** Statements prepared by name are kept for each client of the one session: the name gets the client's number before it. */
export function ownStatement(message: Frame, client: number, names: Set<string>): Buffer {
  const at = findName(message);
  const { bytes, type } = message;
  if (at === null || bytes[at] === 0) return bytes;
  const name = Buffer.from(`${client}/${bytes.toString("utf8", at, bytes.indexOf(0, at))}`);
  if (type === "P") names.add(name.toString());
  return frame(type, Buffer.concat([bytes.subarray(5, at), name, bytes.subarray(bytes.indexOf(0, at))]));
}

/** The messages that forget a client's statements. */
export const forgetStatements = (names: ReadonlySet<string>): Buffer =>
  Buffer.concat([...[...names].map((name) => frame("C", Buffer.from(`S${name}\0`))), frame("S")]);
