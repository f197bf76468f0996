import { useLanguage, useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { clip } from "./clip.ts";
import { axisTop, type Side, type TargetPoint, type TargetSeries } from "./target-series.ts";

const WIDTH = 380;
const HEIGHT = 200;
const LEFT = 44;
const RIGHT = 24;
const TOP = 18;
const BOTTOM = 28;
const GRID = [0, 0.25, 0.5, 0.75, 1] as const;

interface Scale {
  readonly x: (year: number | null) => number;
  readonly y: (value: number) => number;
  readonly years: readonly (number | null)[];
  readonly top: number;
}

/** The targets of one metric over the years: the template's and the local plan's. */
export function TargetChart({ series }: { readonly series: TargetSeries }) {
  const words = useWords(compareWords);
  const { language } = useLanguage();
  const scale = scaleOf(series);
  const sideName: Readonly<Record<Side, string>> = { template: words.template, local: words.local };
  const told = series.points
    .map(({ side, year, label }) => `${sideName[side]} ${year ?? words.noYear} ${label}`)
    .join(language === "zh" ? "；" : "; ");
  return (
    <figure class="target-chart">
      <figcaption>
        <FileText text={series.metric} />{" "}
        {series.unit && (
          <span class="muted">
            （<FileText text={series.unit} />）
          </span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${words.targetChart(clip(series.metric))}：${told}`}
      >
        {GRID.map((share) => (
          <g key={share}>
            <line
              class="grid"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={scale.y(share * scale.top)}
              y2={scale.y(share * scale.top)}
            />
            <text class="tick" x={LEFT - 6} y={scale.y(share * scale.top) + 4} text-anchor="end">
              {Number((share * scale.top).toPrecision(3))}
            </text>
          </g>
        ))}
        {scale.years.map((year) => (
          <text key={year} class="tick" x={scale.x(year)} y={HEIGHT - 8} text-anchor="middle">
            {year ?? words.noYear}
          </text>
        ))}
        <Differences points={series.points} scale={scale} />
        {(["template", "local"] as const).map((side) => (
          <Line key={side} side={side} points={series.points.filter((point) => point.side === side)} scale={scale} />
        ))}
      </svg>
    </figure>
  );
}

function scaleOf({ points, unit }: TargetSeries): Scale {
  const years = [...new Set(points.map(({ year }) => year))];
  const top = axisTop(Math.max(...points.map(({ value }) => value)), unit);
  const dated = years.filter((year) => year !== null);
  const first = Math.min(...dated);
  const undatedRoom = years.includes(null) && dated.length > 0 ? 64 : 0;
  const span = Math.max(...dated) - first;
  const from = LEFT + 28;
  const width = WIDTH - RIGHT - 28 - undatedRoom - from;
  const x = (year: number | null): number => {
    if (year === null) return dated.length === 0 ? from + width / 2 : WIDTH - RIGHT - 28;
    return span === 0 ? from + width / 2 : from + (width * (year - first)) / span;
  };
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * Math.max(0, value)) / top;
  return { x, y, years, top };
}

interface Drawn {
  readonly points: readonly TargetPoint[];
  readonly scale: Scale;
}

/** Where both plans say something of one year, what lies between. */
const Differences = ({ points, scale }: Drawn) => (
  <>
    {scale.years.map((year) => {
      const values = points.filter((point) => point.year === year).map(({ value }) => scale.y(value));
      if (values.length < 2) return null;
      return (
        <line
          key={year}
          class="difference"
          x1={scale.x(year)}
          x2={scale.x(year)}
          y1={Math.min(...values)}
          y2={Math.max(...values)}
        />
      );
    })}
  </>
);

function Line({ side, points, scale }: Drawn & { readonly side: Side }) {
  const dated = points.filter(({ year }) => year !== null);
  const below = side === "template" ? -10 : 20;
  return (
    <g class={side}>
      <polyline points={dated.map(({ year, value }) => `${scale.x(year)},${scale.y(value)}`).join(" ")} />
      {points.map(({ year, value, label }, index) => (
        <g key={index}>
          {side === "template" ? (
            <circle cx={scale.x(year)} cy={scale.y(value)} r="6" />
          ) : (
            <rect x={scale.x(year) - 4} y={scale.y(value) - 4} width="8" height="8" />
          )}
          <text x={scale.x(year)} y={scale.y(value) + below} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
