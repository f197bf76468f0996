import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../app/language.tsx";
import { uploadWords } from "../words/upload.ts";
import { uploadAndShow } from "./use-uploads.tsx";

/** Buttons for those who do not drop: files, or a whole folder. */
export function FilePicker() {
  const words = useWords(uploadWords);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);
  const take = (input: HTMLInputElement): void => {
    const chosen = [...(input.files ?? [])];
    input.value = "";
    void uploadAndShow(chosen);
  };
  return (
    <div class="panel picker">
      <div class="row">
        <button type="button" class="button primary" onClick={() => files.current?.click()}>
          {words.choose}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {words.chooseFolder}
        </button>
      </div>
      <p class="muted small">{words.hint}</p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(e) => take(e.currentTarget)}
      />
      <input ref={folder} type="file" hidden aria-label={words.chooseFolder} onChange={(e) => take(e.currentTarget)} />
    </div>
  );
}
