import { closeSession } from "../api/session.ts";
import { appWords } from "../words/app.ts";
import { useLanguage, useWords } from "./language.tsx";
import type { NavigationName } from "./routes.tsx";
import { useMe } from "./session.tsx";
import { ThemeButton } from "./theme-button.tsx";

const ENTRIES: readonly (readonly [NavigationName, string])[] = [
  ["collection", "/"],
  ["upload", "/upload"],
  ["lineage", "/lineage"],
  ["compare", "/compare"],
  ["standards", "/standards"],
  ["operations", "/operations"],
];

export function TopBar({ under }: { readonly under: NavigationName | null }) {
  const words = useWords(appWords);
  const { language, choose } = useLanguage();
  const me = useMe();
  const entries = ENTRIES.filter(([name]) => name !== "operations" || me?.scopes.includes("admin"));
  return (
    <header class="top-bar">
      <a class="brand" href="/">
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span>{words.name}</span>
      </a>
      <nav aria-label={words.mainNavigation}>
        {entries.map(([name, to]) => (
          <a key={name} href={to} aria-current={name === under ? "page" : undefined}>
            {words[name]}
          </a>
        ))}
      </nav>
      <div class="top-tools">
        {me && me.actor !== "local" && (
          <button
            type="button"
            class="button quiet"
            title={words.who(me.name)}
            onClick={() => closeSession().then(() => location.reload())}
          >
            {words.leave}
          </button>
        )}
        <ThemeButton />
        <button
          type="button"
          class="button quiet"
          lang={language === "zh" ? "en" : "zh-CN"}
          onClick={() => choose(language === "zh" ? "en" : "zh")}
        >
          {words.otherLanguage}
        </button>
      </div>
    </header>
  );
}
