import type { ComponentChildren } from "preact";
import { FactEditor } from "../../review/fact-editor.tsx";
import { FactNotes } from "../../review/fact-notes.tsx";
import { useDesk } from "../desk.tsx";
import { FactTools } from "./fact-tools.tsx";

/** A fact in a list: what it says, then how sure it is and what can be done with it. */
export function Fact({ path, children }: { readonly path: string; readonly children: ComponentChildren }) {
  const { editing } = useDesk();
  return (
    <div class="fact" data-fact={path}>
      <div class="fact-words">{children}</div>
      <FactTools path={path} />
      <FactNotes path={path} />
      {editing === path && <FactEditor key={path} path={path} />}
    </div>
  );
}

/** A fact as a row of a table; its editor takes a row of its own below it. */
export function FactRow({
  path,
  columns,
  children,
}: {
  readonly path: string;
  /** How many columns the table has, that of the tools counted. */
  readonly columns: number;
  readonly children: ComponentChildren;
}) {
  const { editing } = useDesk();
  return (
    <>
      <tr class="fact-row" data-fact={path}>
        {children}
        <td class="tools-cell">
          <FactTools path={path} />
          <FactNotes path={path} />
        </td>
      </tr>
      {editing === path && (
        <tr>
          <td colSpan={columns}>
            <FactEditor key={path} path={path} />
          </td>
        </tr>
      )}
    </>
  );
}
