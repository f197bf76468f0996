import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { InBoth, Language } from "../words/in-both.ts";
import { rememberLanguage, storedLanguage } from "./stored-language.ts";

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice>({ language: "zh", choose: () => {} });

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, setLanguage] = useState(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const choose = (chosen: Language): void => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  return <Choice.Provider value={{ language, choose }}>{children}</Choice.Provider>;
}

export const useLanguage = (): LanguageChoice => useContext(Choice);

/** The words of a part in the language that the reader chose. */
export const useWords = <Words,>(words: InBoth<Words>): Words => words[useLanguage().language];
