import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { onKeyWanted } from "../api/request.ts";
import { type Me, readMe } from "../api/session.ts";
import { useLoad } from "../api/use-load.tsx";
import { KeyDialog } from "./key-dialog.tsx";

const Session = createContext<Me | null>(null);

/** Who uses the page; asks for a key where the server wants one. */
export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const { value } = useLoad(readMe, ["me"]);
  const [isKeyWanted, setKeyWanted] = useState(false);
  useEffect(() => onKeyWanted(() => setKeyWanted(true)), []);
  return (
    <Session.Provider value={value}>
      {children}
      {isKeyWanted && <KeyDialog />}
    </Session.Provider>
  );
}

/** Null until it is known. */
export const useMe = (): Me | null => useContext(Session);
