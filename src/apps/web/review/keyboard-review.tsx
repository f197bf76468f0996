import { useLayoutEffect, useRef } from "preact/hooks";
import { setQuery } from "../app/location.tsx";
import { useDesk } from "../plan/desk.tsx";
import { useTabName } from "../plan/facts/facts-pane.tsx";
import { tabsOf } from "../plan/facts/tabs.tsx";
import { isReviewable, useReview } from "./use-review.tsx";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, dialog") !== null;

/** Review without a mouse: from fact to fact, correct, check, remark, approve. */
export function KeyboardReview({ isQuiet }: { readonly isQuiet: boolean }) {
  const { plan, spotlight, canReview, edit, openDialog } = useDesk();
  const { check } = useReview();
  const tab = useTabName();
  const act = useRef<(key: string) => boolean>(() => false);
  act.current = (key) => {
    if (isQuiet) return false;
    const chosen = spotlight.chosen();
    const isOpenToReview = canReview && chosen !== null && isReviewable(chosen);
    switch (key) {
      case "j":
        return step(1);
      case "k":
        return step(-1);
      case "]":
        return turn(1);
      case "[":
        return turn(-1);
      case "e":
        if (isOpenToReview) edit(chosen);
        return isOpenToReview;
      case "c":
        if (isOpenToReview) check(chosen);
        return isOpenToReview;
      case "m":
        if (canReview) openDialog({ commentOn: chosen });
        return canReview;
      case "a":
        if (canReview) openDialog("approve");
        return canReview;
      case "?":
        openDialog("keys");
        return true;
      default:
        return false;
    }
  };
  const step = (by: 1 | -1): boolean => {
    const facts = [...document.querySelectorAll<HTMLElement>(".facts [data-fact]")].filter((fact) =>
      fact.querySelector(".fact-place, .link-button"),
    );
    const at = facts.findIndex(({ dataset }) => dataset.fact === spotlight.chosen());
    const next = facts[at === -1 ? (by === 1 ? 0 : facts.length - 1) : at + by];
    if (!next) return false;
    next.querySelector<HTMLElement>(".fact-place, .link-button")?.focus();
    spotlight.choose(next.dataset.fact!, "facts");
    setQuery({ fact: next.dataset.fact!, tab }, { replace: true });
    return true;
  };
  const turn = (by: 1 | -1): boolean => {
    const names = tabsOf(plan).map(({ name }) => name);
    const next = names[names.indexOf(tab) + by];
    if (next) setQuery({ tab: next, fact: null });
    return next !== undefined;
  };
  // Listens from the first drawing on, and not anew after each dialog: a fast typist would be ahead of it.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (act.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
