import type { Phase } from "../../../../schemas/phase.ts";
import { phaseSpan } from "../../../publish/comparison/fact-texts.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { isDated, spanOf, type TimeAxis, ticksOf, timeAxis } from "./time-axis.ts";

/** Phases that stand under one label: those of one plan, or a pair of two plans. */
export interface Lane {
  readonly label: string;
  readonly bars: readonly { readonly side: "template" | "local"; readonly phase: Phase }[];
}

/** All phases on one axis of time, each as a bar with its name and dates. */
export function PhaseAxis({ lanes }: { readonly lanes: readonly Lane[] }) {
  const words = useWords(compareWords);
  const phases = lanes.flatMap(({ bars }) => bars.map(({ phase }) => phase));
  const axis = timeAxis(phases);
  if (!axis) return null;
  const undated = phases.filter((phase) => !isDated(phase)).length;
  return (
    <figure class="phase-axis" aria-label={words.timeLine}>
      <div class="lane ticks" aria-hidden="true">
        <span />
        <div class="track">
          {ticksOf(axis).map(({ left, label, isYear }) => (
            <span key={label} class={isYear ? "axis-tick year" : "axis-tick"} style={{ left: `${left}%` }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      {lanes
        .filter(({ bars }) => bars.some(({ phase }) => isDated(phase)))
        .map((lane, index) => (
          <LaneRow key={index} lane={lane} axis={axis} />
        ))}
      <figcaption class="small muted">
        <span class="swatch template" /> {words.template} <span class="swatch local" /> {words.local} ·{" "}
        {words.timeLegend}
        {undated > 0 && ` · ${words.undated(undated)}`}
      </figcaption>
    </figure>
  );
}

const LaneRow = ({ lane: { label, bars }, axis }: { readonly lane: Lane; readonly axis: TimeAxis }) => (
  <div class="lane">
    <span class="lane-label">
      <FileText text={label} />
    </span>
    <div class="track">
      {ticksOf(axis).map(({ left, label: tick }) => (
        <span key={tick} class="axis-line" aria-hidden="true" style={{ left: `${left}%` }} />
      ))}
      {bars
        .filter(({ phase }) => isDated(phase))
        .map(({ side, phase }, index) => (
          <Bar key={index} side={side} phase={phase} axis={axis} />
        ))}
    </div>
  </div>
);

function Bar({
  side,
  phase,
  axis,
}: {
  readonly side: Lane["bars"][number]["side"];
  readonly phase: Phase;
  readonly axis: TimeAxis;
}) {
  const words = useWords(compareWords);
  const { left, width, isOpen } = spanOf(phase, axis);
  return (
    <div class="bar-line">
      <span class={`bar ${side}${isOpen ? " open" : ""}`} style={{ left: `${left}%`, width: `${width}%` }} />
      <span class="bar-text" style={besideBar(left, width)}>
        <span class="hidden-text">{side === "template" ? words.template : words.local} </span>
        <FileText text={phase.name} /> <span class="muted">{phaseSpan(phase)}</span>
      </span>
    </div>
  );
}

/** In a long bar, else behind it, else before it: wherever the words have room. */
function besideBar(left: number, width: number): Readonly<Record<string, string>> {
  if (width >= 35) return { left: `${left}%`, maxWidth: `${100 - left}%` };
  if (left + width <= 65) return { left: `${left + width}%`, maxWidth: `${100 - left - width}%` };
  return { right: `${100 - left}%`, maxWidth: `${left}%` };
}
