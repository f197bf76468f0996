import { useState } from "preact/hooks";
import { appWords } from "../words/app.ts";
import { useWords } from "./language.tsx";
import { applyTheme, storedTheme, THEMES, type Theme } from "./theme.ts";

const SIGN: Readonly<Record<Theme, string>> = { auto: "◐", light: "☀", dark: "☾" };

/** Turns from one appearance to the next. */
export function ThemeButton() {
  const words = useWords(appWords);
  const [theme, setTheme] = useState(storedTheme);
  const turn = (): void => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    applyTheme(next);
    setTheme(next);
  };
  const label = words.theme(words.themes[theme]);
  return (
    <button type="button" class="button quiet" aria-label={label} title={label} onClick={turn}>
      <span aria-hidden="true">{SIGN[theme]}</span>
    </button>
  );
}
