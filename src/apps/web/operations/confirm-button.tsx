import { useState } from "preact/hooks";
import { useWords } from "../app/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { FileText } from "../parts/file-text.tsx";
import { useAct } from "../parts/use-act.tsx";
import { appWords } from "../words/app.ts";

interface ConfirmButtonProps {
  readonly name: string;
  readonly label: string;
  readonly question: string;
  readonly onConfirm: () => Promise<void>;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ name, label, question, onConfirm }: ConfirmButtonProps) {
  const words = useWords(appWords);
  const [isAsking, setAsking] = useState(false);
  const { isActing, act } = useAct();
  const confirm = async (): Promise<void> => {
    await act(onConfirm);
    setAsking(false);
  };
  return (
    <>
      <button type="button" class="button small" aria-label={label} onClick={() => setAsking(true)}>
        {name}
      </button>
      {isAsking && (
        <Dialog title={name} onClose={() => setAsking(false)}>
          <p>
            <FileText text={question} />
          </p>
          <div class="row end">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
            <button type="button" class="button primary" disabled={isActing} onClick={() => void confirm()}>
              {name}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
