/**
 * Creates a giver of file names that differ also where a system takes capitals for small letters: `plan.json`, then
 * `plan (2).json`.
 */
export function createDistinctNames(): (name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const take = (name: string): string => {
    taken.add(name.toLowerCase());
    return name;
  };
  return (name) => {
    const key = name.toLowerCase();
    if (!taken.has(key)) return take(name);
    for (let number = (counts.get(key) ?? 1) + 1; ; number++) {
      const other = name.replace(/(?=\.|$)/u, ` (${number})`);
      if (taken.has(other.toLowerCase())) continue;
      counts.set(key, number);
      return take(other);
    }
  };
}
