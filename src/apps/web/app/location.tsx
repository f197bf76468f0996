import { useEffect, useState } from "preact/hooks";

/** Where the reader is: `/documents/1` with `?fact=targets/0`. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const followers = new Set<() => void>();

/** Where the reader is now; what a component was last drawn with may be older. */
export const readPlace = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });

/** Goes to an address of this page; `replace` leaves no step for the back button. */
export function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, "", to);
  else history.pushState(null, "", to);
  for (const follow of followers) follow();
}

/** Writes query parameters beside those that are there; null takes one away. */
export function setQuery(
  changes: Readonly<Record<string, string | null>>,
  options?: { readonly replace?: boolean },
): void {
  const { path, query } = readPlace();
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString().replaceAll("%2F", "/");
  navigate(text ? `${path}?${text}` : path, options);
}

export function usePlace(): Place {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = () => setPlace(readPlace());
    followers.add(follow);
    addEventListener("popstate", follow);
    return () => {
      followers.delete(follow);
      removeEventListener("popstate", follow);
    };
  }, []);
  return place;
}

const SERVICE = /^\/(?:api|admin|metrics)(?:\/|$)/;

/** Makes every plain link to this page's own addresses go without a reload. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (SERVICE.test(link.pathname) || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}
