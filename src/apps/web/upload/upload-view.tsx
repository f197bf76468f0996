import { useWords } from "../app/language.tsx";
import type { RouteParts } from "../app/route-parts.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { uploadWords } from "../words/upload.ts";
import { BatchView } from "./batch-view.tsx";
import { FilePicker } from "./file-picker.tsx";
import { RecentBatches } from "./recent-batches.tsx";
import { RefusedNote } from "./refused-note.tsx";
import { TemplateChoice } from "./template-choice.tsx";
import { chosenTemplate, uploadAndShow, useUploads } from "./use-uploads.tsx";

/** Sending files, and what becomes of them. */
export function UploadView({ parts }: { readonly parts: RouteParts }) {
  const words = useWords(uploadWords);
  const { sending, refused, problem, unsent, template } = useUploads();
  // Where the template can be chosen, it may be another one by now.
  const retry = (): void => void uploadAndShow(unsent, parts.id ? template : chosenTemplate());
  return (
    <div class="page upload">
      <h1>{words.title}</h1>
      <FilePicker />
      {!parts.id && <TemplateChoice />}
      {sending && (
        <div class="panel" role="status">
          <p>
            {words.sending(sending.count)} · {words.sent(Math.round(sending.share * 100))}
          </p>
          <progress aria-label={words.sending(sending.count)} max={1} value={sending.share} />
        </div>
      )}
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {refused.length > 0 && <RefusedNote refused={refused} />}
      {parts.id ? <BatchView key={parts.id} id={parts.id} /> : <RecentBatches />}
    </div>
  );
}
