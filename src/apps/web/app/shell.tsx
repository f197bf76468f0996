import { useRef } from "preact/hooks";
import { DropAnywhere } from "../upload/drop-anywhere.tsx";
import { appWords } from "../words/app.ts";
import { useWords } from "./language.tsx";
import { usePlace } from "./location.tsx";
import { findRoute } from "./routes.tsx";
import { TopBar } from "./top-bar.tsx";
import { ViewFrame } from "./view-frame.tsx";

/** The frame around every view: top bar, content, and the whole window as a place to drop files on. */
export function Shell() {
  const words = useWords(appWords);
  const { path } = usePlace();
  const main = useRef<HTMLElement>(null);
  const found = findRoute(path);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <TopBar under={found?.route.under ?? null} />
      <main id="main" ref={main} tabIndex={-1}>
        <ViewFrame found={found} />
      </main>
      <DropAnywhere />
    </>
  );
}
