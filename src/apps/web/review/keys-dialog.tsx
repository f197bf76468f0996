import { useWords } from "../app/language.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useDesk } from "../plan/desk.tsx";
import { planWords } from "../words/plan.ts";

/** Which key does what. */
export function KeysDialog() {
  const words = useWords(planWords);
  const { openDialog } = useDesk();
  return (
    <Dialog title={words.keys} onClose={() => openDialog(null)}>
      <dl class="keys">
        {words.shortcuts.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
