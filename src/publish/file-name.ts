/** What no system takes in a file name, and what shells and paths would read otherwise. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|'`$&;%!#~]+/gu;
const LONGEST = 80;

/**
 * A file name stem that is safe on every system: of `options.baseName`, else of the file that the plan was read from. It has no
 * folder, no leading dot or hyphen, and is never empty.
 */
export function safeStem(name: string): string {
  const stem = name
    .normalize("NFC")
    .replace(/(?:\.[A-Za-z][A-Za-z0-9]{1,4}){1,2}$/u, "")
    .replace(UNSAFE, "_")
    .replace(/^[\s._-]+/u, "");
  return (
    [...stem]
      .slice(0, LONGEST)
      .join("")
      .replace(/[\s.]+$/u, "") || "plan"
  );
}
