import { useState } from "preact/hooks";
import { ApiProblem } from "../api/api-problem.ts";
import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { appWords } from "../words/app.ts";

/** Does something that the server may refuse; why it did is told in the server's own sentence. */
export function useAct(): { readonly isActing: boolean; readonly act: (deed: () => Promise<void>) => Promise<void> } {
  const tell = useTell();
  const { broken, offline } = useWords(appWords);
  const [isActing, setActing] = useState(false);
  const act = async (deed: () => Promise<void>): Promise<void> => {
    setActing(true);
    try {
      await deed();
    } catch (error) {
      const isTold = error instanceof ApiProblem && error.code !== "offline";
      tell(isTold ? error.message : error instanceof ApiProblem ? offline : broken, "bad");
    } finally {
      setActing(false);
    }
  };
  return { isActing, act };
}
