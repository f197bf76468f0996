import "./time-line.css";
import { harmless } from "./harmless.ts";
import { type DatedSpan, dayAfter, firstDay, scaleOf, type TimeScale } from "./time-span.ts";

interface TimeLineProps {
  readonly label: string;
  readonly spans: readonly DatedSpan[];
  readonly marks?: readonly { readonly date: string; readonly name: string }[];
}

const WIDTH = 720;
const LEFT = 8;
const ROW = 34;
const HEAD = 24;
const OPEN = 6;

/** Dated spans below each other on one axis, with marks across; an open end fades out. */
export function TimeLine({ label, spans, marks = [] }: TimeLineProps) {
  const scale = scaleOf(
    spans,
    marks.map(({ date }) => date),
  );
  if (!scale) return null;
  const height = HEAD + spans.length * ROW + (marks.length > 0 ? 18 : 4);
  const x = placer(scale);
  return (
    <svg class="time-line" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {scale.ticks.map(({ day, label: name }) => (
        <g key={day}>
          <line class="tick" x1={x(day)} x2={x(day)} y1={HEAD - 4} y2={height} />
          <text class="tick-label" x={x(day) + 3} y={14}>
            {name}
          </text>
        </g>
      ))}
      {spans.map((span, index) => (
        <Bar key={span.key} span={span} y={HEAD + index * ROW} x={x} />
      ))}
      {marks.map(({ date, name }) => (
        <g key={name}>
          <line class="mark" x1={x(firstDay(date))} x2={x(firstDay(date))} y1={HEAD - 4} y2={height - 12} />
          <text
            class="mark-label"
            x={Math.min(WIDTH - 4, Math.max(4, x(firstDay(date))))}
            y={height - 2}
            text-anchor={x(firstDay(date)) > WIDTH / 2 ? "end" : "start"}
          >
            {`${name} ${date}`}
          </text>
        </g>
      ))}
    </svg>
  );
}

const placer =
  ({ from, to }: TimeScale) =>
  (day: number): number =>
    LEFT + ((day - from) / Math.max(1, to - from)) * (WIDTH - 2 * LEFT);

interface BarProps {
  readonly span: DatedSpan;
  readonly y: number;
  readonly x: (day: number) => number;
}

function Bar({ span: { key, name, start, end }, y, x }: BarProps) {
  const isUndated = start === null && end === null;
  const left = isUndated ? LEFT : start ? x(firstDay(start)) : x(firstDay(end!)) - OPEN;
  const right = isUndated ? LEFT : end ? x(dayAfter(end)) : x(dayAfter(start!)) + OPEN;
  const isOpen = start === null || end === null;
  const isLate = left > WIDTH / 2;
  const words = isUndated ? name : `${name}  ${start ?? "…"} — ${end ?? "…"}`;
  return (
    <g class="bar-group" data-fact={key}>
      {!isUndated && (
        <rect
          class={isOpen ? "bar open" : "bar"}
          x={left}
          y={y + 16}
          width={Math.max(3, right - left)}
          height={9}
          rx={3}
        />
      )}
      <text class="bar-label" x={isLate ? right : left} y={y + 12} text-anchor={isLate ? "end" : "start"}>
        {harmless([...words].length > 40 ? `${[...words].slice(0, 39).join("")}…` : words)}
      </text>
    </g>
  );
}
