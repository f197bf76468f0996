import { useRef } from "preact/hooks";
import "./download-menu.css";

export interface Download {
  readonly name: string;
  readonly url: string;
}

/** Several files to take away, behind one button. */
export function DownloadMenu({
  label,
  downloads,
}: {
  readonly label: string;
  readonly downloads: readonly Download[];
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={({ key }) => key === "Escape" && close()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="button">{label}</summary>
      <ul>
        {downloads.map(({ name, url }) => (
          <li key={url}>
            <a href={url} download onClick={close}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
