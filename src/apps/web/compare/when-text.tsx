import type { Deadline } from "../../../../schemas/deadline.ts";
import { useWords } from "../app/language.tsx";
import { inBoth } from "../words/in-both.ts";

const whenWords = inBoth(
  { monthly: "每月", quarterly: "每季度", yearly: "每年", everyYear: (day: string) => `每年 ${day}` },
  { monthly: "monthly", quarterly: "quarterly", yearly: "yearly", everyYear: (day: string) => `every year, ${day}` },
);

/** `2021-06-30`, `每年 10-25`, `每月`; nothing where no date is stated. */
export function WhenText({ deadline: { due, recurring } }: { readonly deadline: Deadline }) {
  const words = useWords(whenWords);
  if (due !== null) return <b>{due}</b>;
  if (recurring === null) return null;
  if (recurring === "monthly" || recurring === "quarterly" || recurring === "yearly") return <b>{words[recurring]}</b>;
  return <b>{words.everyYear(recurring.slice(2))}</b>;
}
