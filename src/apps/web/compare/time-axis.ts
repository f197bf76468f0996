import type { Phase } from "../../../../schemas/phase.ts";
import { dayRange } from "../../../core/dates.ts";

const DAY = 86_400_000;
/** What is open at one end is drawn some way on. */
const OPEN_DAYS = 60;

/** From the first to the last day, counted from 1970-01-01. */
export interface TimeAxis {
  readonly first: number;
  readonly last: number;
}

/** A bar's place on the axis in hundredths. */
export interface Span {
  readonly left: number;
  readonly width: number;
  readonly isOpen: boolean;
}

export const isDated = ({ start, end }: Phase): boolean => start !== null || end !== null;

const dayOf = (iso: string): number => Date.parse(iso) / DAY;

function daysOf({ start, end }: Phase): TimeAxis {
  const first = start === null ? null : dayOf(dayRange(start).first);
  const last = end === null ? null : dayOf(dayRange(end).last) + 1;
  return { first: first ?? (last ?? 0) - OPEN_DAYS, last: last ?? (first ?? 0) + OPEN_DAYS };
}

/** The axis that holds all dated phases, null where there is none. */
export function timeAxis(phases: readonly Phase[]): TimeAxis | null {
  const days = phases.filter(isDated).map(daysOf);
  if (days.length === 0) return null;
  const first = Math.min(...days.map((each) => each.first));
  return { first, last: Math.max(first + 30, ...days.map((each) => each.last)) };
}

const place = (day: number, { first, last }: TimeAxis): number => (100 * (day - first)) / (last - first);

export function spanOf(phase: Phase, axis: TimeAxis): Span {
  const { first, last } = daysOf(phase);
  const left = place(first, axis);
  return {
    left,
    width: Math.max(0.5, place(last, axis) - left),
    isOpen: phase.start === null || phase.end === null,
  };
}

export interface Tick {
  readonly left: number;
  readonly label: string;
  readonly isYear: boolean;
}

const MOST_TICKS = 10;
const STEPS = [1, 3, 6, 12, 24, 60, 120, 1200] as const;

/** The first days of months, quarters or years: as many as have room. */
export function ticksOf(axis: TimeAxis): Tick[] {
  const start = new Date(axis.first * DAY);
  const months = Math.ceil((axis.last - axis.first) / 30);
  const step = STEPS.find((each) => months / each <= MOST_TICKS) ?? STEPS.at(-1)!;
  const from = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  return Array.from({ length: MOST_TICKS + 2 }, (_, index) => from + index * step)
    .map((month) => ({ month, left: place(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY, axis) }))
    .filter(({ left }) => left >= 0 && left <= 100)
    .map(({ month, left }) => {
      const year = Math.floor(month / 12);
      const isYear = month % 12 === 0;
      return { left, isYear, label: isYear ? String(year) : `${year}-${String((month % 12) + 1).padStart(2, "0")}` };
    });
}
