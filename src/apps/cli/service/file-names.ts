import { extname } from "node:path";

/** What most file systems take, less room for what is written beside a file (`.reason.txt`). */
const MOST_BYTES = 230;

/** `a/b.pdf` → `a_b.pdf`: a name that a service gave, made fit for one file of a folder. Chinese signs have three bytes each. */
export function fitName(name: string, number = 1): string {
  const flat = name.replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, "_");
  const ending = extname(flat).slice(0, 20);
  const tail = `${number === 1 ? "" : `-${number}`}${ending}`;
  let stem = "";
  let room = MOST_BYTES - Buffer.byteLength(tail);
  for (const sign of flat.slice(0, flat.length - ending.length)) {
    room -= Buffer.byteLength(sign);
    if (room < 0) break;
    stem += sign;
  }
  return stem + tail;
}

/** Names within one run: the second `plan.pdf` is `plan-2.pdf`. Case does not keep names apart on every system. */
export function createNames(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    for (let number = 1; ; number++) {
      const fit = fitName(name, number);
      if (used.has(fit.toLowerCase())) continue;
      used.add(fit.toLowerCase());
      return fit;
    }
  };
}
