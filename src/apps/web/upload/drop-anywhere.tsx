import "./upload.css";
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../app/language.tsx";
import { appWords } from "../words/app.ts";
import { gatherDropped } from "./gather-files.ts";
import { uploadAndShow } from "./use-uploads.tsx";

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

/** The whole window takes files. */
export function DropAnywhere() {
  const words = useWords(appWords);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void gatherDropped(event.dataTransfer!).then(uploadAndShow);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div class="drop-cover">
      <p>{words.dropHere}</p>
      <p class="small">{words.dropHint}</p>
    </div>
  );
}
