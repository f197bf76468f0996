/** `/targets/0/a~1b` → `["targets", "0", "a/b"]` (RFC 6901). */
export const splitPointer = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Whether a value has the key itself: an own property, or an index of a list. */
function has(value: object, key: string): boolean {
  return Array.isArray(value)
    ? /^(?:0|[1-9]\d{0,8})$/.test(key) && Number(key) < value.length
    : Object.hasOwn(value, key);
}

/** What stands at a pointer; undefined where nothing does. */
export function findAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of splitPointer(pointer)) {
    if (typeof found !== "object" || found === null || !has(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** The same value with another one at the pointer; itself where nothing stands there. Nothing given is altered. */
export function replaceAt<T>(value: T, pointer: string, replacement: unknown): T {
  const replace = (part: unknown, keys: readonly string[]): unknown => {
    const [key, ...below] = keys;
    if (key === undefined) return replacement;
    if (typeof part !== "object" || part === null || !has(part, key)) return part;
    const changed = replace(Reflect.get(part, key), below);
    return Array.isArray(part) ? part.with(Number(key), changed) : { ...part, [key]: changed };
  };
  return replace(value, splitPointer(pointer)) as T;
}
