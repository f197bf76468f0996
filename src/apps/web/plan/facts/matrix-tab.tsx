import { useMemo, useRef } from "preact/hooks";
import { useWords } from "../../app/language.tsx";
import { FileText } from "../../parts/file-text.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { useWindow } from "../../parts/use-window.tsx";
import { kindWords } from "../../words/kinds.ts";
import { planWords } from "../../words/plan.ts";
import { useDesk } from "../desk.tsx";
import { type MatrixLine, matrixOf } from "../matrix-of.ts";

const ROW = 40;

/** Bodies by work, each cell with the body's roles; head and first column stay in view. */
export function MatrixTab() {
  const words = useWords(planWords);
  const { plan } = useDesk();
  const { bodies, lines } = useMemo(() => matrixOf(plan), [plan]);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, before, after } = useWindow(scroller, lines.length, ROW);
  return (
    <>
      <p class="muted small matrix-note">{words.matrixNote}</p>
      <Scroller label={words.matrixLabel} class="matrix-scroller" element={scroller}>
        <table class="duty-matrix" aria-label={words.matrixLabel} aria-rowcount={lines.length + 1}>
          <thead>
            <tr>
              <th scope="col" class="corner">
                {words.matrixCorner}
              </th>
              {bodies.map((body) => (
                <th key={body} scope="col" class="body-name">
                  <FileText text={body} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr style={{ height: `${before}px` }} />}
            {lines.slice(first, last).map((line) => (
              <Line key={line.path} line={line} bodies={bodies} />
            ))}
            {after > 0 && <tr style={{ height: `${after}px` }} />}
          </tbody>
        </table>
      </Scroller>
    </>
  );
}

function Line({
  line: { path, label, roles },
  bodies,
}: {
  readonly line: MatrixLine;
  readonly bodies: readonly string[];
}) {
  const { roleLetters, roles: names } = useWords(kindWords);
  const { spotlight, show } = useDesk();
  return (
    <tr data-fact={path} style={{ height: `${ROW}px` }}>
      <th scope="row">
        <button
          type="button"
          class="link-button clamp"
          onClick={(event) => {
            event.stopPropagation();
            spotlight.choose(path, "facts");
            show(path, "source");
          }}
        >
          <FileText text={label} />
        </button>
      </th>
      {bodies.map((body) => (
        <td key={body}>
          {roles.get(body)?.map((role) => (
            <abbr key={role} class={`role ${role}`} title={names[role]}>
              {roleLetters[role]}
            </abbr>
          ))}
        </td>
      ))}
    </tr>
  );
}
