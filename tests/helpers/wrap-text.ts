const isTable = (line: string): boolean => line.includes("\t") || /^\s*\d+(?:\s|$)/u.test(line);

/**
 * Wraps the running paragraphs of a text at `width` characters a line, as an export to plain text does. Lines of
 * tables and lines that were wrapped already (shorter than 61 characters) stay as they are.
 */
export function wrapText(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => (line.length <= 60 || isTable(line) ? [line] : cut(line, width)))
    .join("\n");
}

function cut(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = breakAt(rest, width);
    lines.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...lines, rest];
}

/** No line begins with a closing mark, nor breaks a number or a Latin word (GB/T 15834, W3C CLREQ). */
function breakAt(line: string, width: number): number {
  let at = width;
  while (
    at > width / 2 &&
    (/[，。；：、！？）》”’)%％]/u.test(line[at]!) ||
      (/[\dA-Za-z.*#]/u.test(line[at]!) && /[\dA-Za-z.*#]/u.test(line[at - 1]!)))
  )
    at--;
  return at;
}
