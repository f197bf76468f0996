import { useWords } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { operationsWords } from "../words/operations.ts";

interface OnceShownProps {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A secret that the server tells this once. */
export function OnceShown({ title, secret, onClose }: OnceShownProps) {
  const words = useWords(operationsWords);
  const tell = useTell();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    tell(words.copied);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        <code class="secret">{secret}</code>
      </p>
      <div class="row end">
        {"clipboard" in navigator && (
          <button type="button" class="button primary" onClick={() => void copy()}>
            {words.copy}
          </button>
        )}
      </div>
    </Dialog>
  );
}
