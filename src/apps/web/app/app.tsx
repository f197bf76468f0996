import { LanguageProvider } from "./language.tsx";
import { SessionProvider } from "./session.tsx";
import { Shell } from "./shell.tsx";
import { ToastProvider } from "./toasts.tsx";

export function App() {
  return (
    <LanguageProvider>
      <ToastProvider>
        <SessionProvider>
          <Shell />
        </SessionProvider>
      </ToastProvider>
    </LanguageProvider>
  );
}
