/** One property: its name with parameters, and its value as RFC 5545 writes it (a text escaped by `calendarText`). */
export type Property = readonly [name: string, value: string];

/** An entry of a calendar. */
export interface Component {
  readonly kind: "VEVENT" | "VTODO";
  readonly properties: readonly Property[];
}

/** A text as a value (RFC 5545 §3.3.11): control characters dropped, line breaks as `\n`. */
export const calendarText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, "")
    .replace(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n");

/** Writes a calendar (RFC 5545): CRLF, and no line longer than 75 octets. */
export function writeCalendar(name: string, components: readonly Component[]): string {
  const lines: Property[] = [
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//Fangan//Fangan 1//ZH"],
    ["CALSCALE", "GREGORIAN"],
    ["METHOD", "PUBLISH"],
    ["X-WR-CALNAME", calendarText(name)],
    ...components.flatMap(({ kind, properties }): Property[] => [["BEGIN", kind], ...properties, ["END", kind]]),
    ["END", "VCALENDAR"],
  ];
  return lines.map(([key, value]) => `${foldLine(`${key}:${value}`)}\r\n`).join("");
}

const LONGEST_LINE = 75;

/** Folds a line after at most 75 octets, never within a character; the space that begins the next line counts (§3.1). */
export function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
