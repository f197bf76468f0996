import type { Submission } from "../../../../schemas/submission.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { noteKeyWanted, problemOf } from "../api/request.ts";
import { storedLanguage } from "../app/stored-language.ts";

export interface Taken {
  readonly batch: string;
  readonly submissions: readonly Submission[];
}

/** Sends files as one upload; `template` is the document that their plans are compared with. Unlike `fetch`, this tells how far it is. @throws ApiProblem */
export function sendFiles(
  files: readonly File[],
  template: string | null,
  onProgress: (share: number) => void,
): Promise<Taken> {
  const form = new FormData();
  if (template !== null) form.append("template", template);
  for (const file of files) form.append("files", file, file.name);
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", "/api/submissions");
    sending.setRequestHeader("accept-language", storedLanguage());
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onload = () => {
      if (sending.status < 300) done(JSON.parse(sending.responseText) as Taken);
      else fail(noteKeyWanted(problemOf(sending.status, sending.responseText)));
    };
    sending.onerror = () => fail(new ApiProblem({ code: "offline" }));
    sending.send(form);
  });
}
