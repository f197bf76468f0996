import { useWords } from "../app/language.tsx";
import { reviewWords } from "../words/review.ts";

/** Names what a path leads to: `standards/0/items/3/points` → `标准 1 条目 4 分值`. */
export function usePathName(): (path: string) => string {
  const words = useWords(reviewWords);
  return (path) =>
    path
      .split("/")
      .map((part) => (/^\d+$/u.test(part) ? Number(part) + 1 : (words.roots[part] ?? words.fields[part] ?? part)))
      .join(" ");
}
