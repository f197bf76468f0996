import type { PhasePair } from "../../../schemas/comparison.ts";
import type { Phase } from "../../../schemas/phase.ts";
import { dayRange } from "../../core/dates.ts";
import { type Html, html } from "../../core/html.ts";
import { phaseSpan } from "./fact-texts.ts";

const WIDTH = 1100;
const MARGIN = 36;
const LABEL = 210;
const BAR = 16;
const ROW = 46;
const TOP = 26;
const DAY = 86_400_000;

interface Axis {
  readonly first: number;
  readonly last: number;
}

/** Both plans on one line of time: the template's bar above, the local one below it; null where no phase has a date. */
export function drawTimeLine(pairs: readonly PhasePair[]): Html | null {
  const dated = pairs.filter(({ template, local }) => hasDate(template) || hasDate(local));
  const axis = axisOf(dated.flatMap(({ template, local }) => [template, local]));
  if (!axis) return null;
  const height = TOP + dated.length * ROW + 6;
  return html`<svg class="line" viewBox="0 0 ${WIDTH} ${height}" width="100%" role="img" aria-label="阶段时间线 time line">
${ticks(axis).map(({ day, label, isYear }) => drawTick(place(day, axis), height, label, isYear))}
${dated.map((pair, index) => drawPair(pair, TOP + index * ROW, axis))}</svg>
<p><small>灰色：上级方案 template　蓝色：本级方案 local　虚线边框：一端未写明日期 open end</small></p>`;
}

const hasDate = (phase: Phase | null): boolean => phase !== null && (phase.start !== null || phase.end !== null);

const dayOf = (iso: string): number => Date.parse(iso) / DAY;
const startOf = (phase: Phase): number | null => (phase.start === null ? null : dayOf(dayRange(phase.start).first));
const endOf = (phase: Phase): number | null => (phase.end === null ? null : dayOf(dayRange(phase.end).last) + 1);

/** What is open at its end is drawn some way on. */
const OPEN_DAYS = 60;

function axisOf(phases: readonly (Phase | null)[]): Axis | null {
  const spans = phases.flatMap((phase) =>
    phase && hasDate(phase) ? [{ start: startOf(phase), end: endOf(phase) }] : [],
  );
  if (spans.length === 0) return null;
  const first = Math.min(...spans.map(({ start, end }) => start ?? (end ?? 0) - OPEN_DAYS));
  const last = Math.max(...spans.map(({ start, end }) => end ?? (start ?? 0) + OPEN_DAYS));
  return { first, last: Math.max(last, first + 30) };
}

const place = (day: number, { first, last }: Axis): number =>
  LABEL + Math.round(((WIDTH - LABEL - MARGIN) * (day - first)) / (last - first));

interface Tick {
  readonly day: number;
  readonly label: string;
  readonly isYear: boolean;
}

const MOST_TICKS = 16;
const STEPS = [1, 3, 6, 12, 24, 60, 120, 1200] as const;

/** The first days of months, quarters or years: as many as have room. */
function ticks({ first, last }: Axis): Tick[] {
  const start = new Date(first * DAY);
  const months = Math.ceil((last - first) / 30);
  const step = STEPS.find((each) => months / each <= MOST_TICKS) ?? STEPS.at(-1)!;
  const from = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  return Array.from({ length: MOST_TICKS + 2 }, (_, index) => from + index * step)
    .map((month) => ({ month, day: Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY }))
    .filter(({ day }) => day >= first && day <= last)
    .map(({ month, day }) => {
      const isYear = month % 12 === 0;
      const year = Math.floor(month / 12);
      return { day, isYear, label: isYear ? String(year) : `${year}-${String((month % 12) + 1).padStart(2, "0")}` };
    });
}

const drawTick = (x: number, height: number, label: string, isYear: boolean): Html =>
  html`<line class="${isYear ? "axis year" : "axis"}" x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${height}"/><text class="tick" x="${x}" y="12" text-anchor="middle">${label}</text>
`;

const SHORT = 15;
const shorten = (name: string): string =>
  [...name.slice(0, 60)].length > SHORT ? `${[...name].slice(0, SHORT - 1).join("")}…` : name;

function drawPair({ template, local }: PhasePair, y: number, axis: Axis): Html {
  const bars = [
    template && hasDate(template) ? drawBar(template, "template", y, axis) : null,
    local && hasDate(local) ? drawBar(local, "local", y + BAR + 3, axis) : null,
  ];
  return html`<text x="0" y="${y + BAR + 6}">${shorten((template ?? local)?.name ?? "")}</text>${bars}
`;
}

function drawBar(phase: Phase, side: "template" | "local", y: number, axis: Axis): Html {
  const from = place(startOf(phase) ?? axis.first, axis);
  const width = Math.max(3, place(endOf(phase) ?? axis.last, axis) - from);
  const isOpen = phase.start === null || phase.end === null;
  return html`<rect class="${side}${isOpen ? " open" : ""}" x="${from}" y="${y}" width="${width}" height="${BAR}" rx="2"><title>${phase.name} ${phaseSpan(phase)}</title></rect>`;
}
