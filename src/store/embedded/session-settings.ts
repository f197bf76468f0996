import { simpleQuery, textsOf } from "./frames.ts";

/** Settings that a client may change for itself and that the database reports when they change. */
const KEPT = [
  "application_name",
  "search_path",
  "DateStyle",
  "IntervalStyle",
  "TimeZone",
  "standard_conforming_strings",
];

export type SessionSettings = ReadonlyMap<string, string>;

/** `ParameterStatus` (`search_path\0bullmq\0`) → the pair, null for what no client may change. */
export function readReported(bytes: Buffer): readonly [string, string] | null {
  const [name, value] = textsOf(bytes, 5);
  return name !== undefined && value !== undefined && KEPT.includes(name) ? [name, value] : null;
}

/** What a client's first message asks for: `application_name`, and `-c name=value` of its `options`. */
export function readStartup(bytes: Buffer): Map<string, string> {
  const texts = textsOf(bytes, 8);
  const given = new Map<string, string>();
  for (let at = 0; at + 1 < texts.length; at += 2) given.set(texts[at]!, texts[at + 1]!);
  const wanted = new Map<string, string>();
  const name = given.get("application_name");
  if (name !== undefined) wanted.set("application_name", name);
  for (const [, key, value] of (given.get("options") ?? "").matchAll(/-c\s*([A-Za-z_]+)=((?:\\.|[^\s\\])*)/gu))
    if (KEPT.includes(key!)) wanted.set(key!, value!.replaceAll(/\\(.)/gu, "$1"));
  return wanted;
}

/** A first message without a wish: the answer tells the database's own settings. */
export const DEFAULT_STARTUP: Buffer = (() => {
  const body = Buffer.from("user\0postgres\0database\0postgres\0\0");
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
})();

const quote = (text: string): string => `'${text.replaceAll("'", "''").replaceAll("\0", "")}'`;

/** The statement that brings the session from one client's settings to another's, null where they are the same. */
export function switchSettings(from: SessionSettings, to: SessionSettings): Buffer | null {
  const changed = [...to].filter(([name, value]) => from.get(name) !== value);
  if (changed.length === 0) return null;
  return simpleQuery(
    `select ${changed.map(([name, value]) => `set_config('${name}', ${quote(value)}, false)`).join(", ")}`,
  );
}
