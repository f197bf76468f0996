import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useRef, useState } from "preact/hooks";

type Tone = "good" | "bad";
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

const Tell = createContext<(text: string, tone?: Tone) => void>(() => {});
const SHOWN_MILLIS = 6000;

/** Short words on what was done or could not be done; read out by screen readers too. */
export function ToastProvider({ children }: { readonly children: ComponentChildren }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const tell = useCallback((text: string, tone: Tone = "good") => {
    const id = ++count.current;
    setToasts((old) => [...old.slice(-2), { id, text, tone }]);
    setTimeout(() => setToasts((old) => old.filter((toast) => toast.id !== id)), SHOWN_MILLIS);
  }, []);
  return (
    <Tell.Provider value={tell}>
      {children}
      <div class="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text, tone }) => (
          <p key={id} class={`toast ${tone}`}>
            {text}
          </p>
        ))}
      </div>
    </Tell.Provider>
  );
}

export const useTell = (): ((text: string, tone?: Tone) => void) => useContext(Tell);
