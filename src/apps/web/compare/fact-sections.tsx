import type {
  Comparison,
  DeadlinePair,
  FamilyPair,
  FamilyRole,
  PhasePair,
  TargetPair,
} from "../../../../schemas/comparison.ts";
import type { Deadline } from "../../../../schemas/deadline.ts";
import type { Phase } from "../../../../schemas/phase.ts";
import type { Target } from "../../../../schemas/target.ts";
import { phaseSpan, signed, targetValue } from "../../../publish/comparison/fact-texts.ts";
import { useWords } from "../app/language.tsx";
import { FileText } from "../parts/file-text.tsx";
import { compareWords } from "../words/compare.ts";
import { kindWords } from "../words/kinds.ts";
import { type FactColumn, FactTable } from "./fact-table.tsx";
import type { RowFilter } from "./filter.ts";
import { Nothing } from "./nothing.tsx";
import { PhaseAxis } from "./phase-axis.tsx";
import { TargetChart } from "./target-chart.tsx";
import { targetSeries } from "./target-series.ts";
import { WhenText } from "./when-text.tsx";

export interface FactSectionProps {
  readonly comparison: Comparison;
  readonly filter: RowFilter;
  readonly caption: string;
}

export function TargetSection({ comparison: { targets }, filter, caption }: FactSectionProps) {
  const words = useWords(compareWords);
  const side = (target: Target | null) => (target ? <FileText text={targetValue(target)} /> : <Nothing />);
  const columns: FactColumn<TargetPair>[] = [
    { title: words.metric, cell: ({ template, local }) => <FileText text={(template ?? local)?.metric ?? "—"} /> },
    { title: words.deadline, cell: ({ template, local }) => (template ?? local)?.deadline ?? <Nothing /> },
    { title: words.template, cell: ({ template }) => side(template) },
    { title: words.local, cell: ({ local }) => side(local) },
    { title: words.delta, cell: ({ delta }) => signed(delta) },
  ];
  const series = targetSeries(targets);
  return (
    <>
      {series.length > 0 && (
        <>
          <div class="charts">
            {series.map((each) => (
              <TargetChart key={`${each.metric}/${each.unit}`} series={each} />
            ))}
          </div>
          <p class="small muted">{words.chartLegend}</p>
        </>
      )}
      <FactTable caption={caption} pairs={targets} filter={filter} columns={columns} />
    </>
  );
}

export function PhaseSection({ comparison: { phases }, filter, caption }: FactSectionProps) {
  const words = useWords(compareWords);
  const days = (delta: number | null) => (delta === null ? <Nothing /> : words.days(delta));
  const side = (phase: Phase | null) =>
    phase ? (
      <>
        <FileText text={phase.name} /> <span class="muted small">{phaseSpan(phase)}</span>
      </>
    ) : (
      <Nothing />
    );
  const columns: FactColumn<PhasePair>[] = [
    { title: words.template, cell: ({ template }) => side(template) },
    { title: words.local, cell: ({ local }) => side(local) },
    { title: words.startDelta, cell: ({ startDeltaDays }) => days(startDeltaDays) },
    { title: words.endDelta, cell: ({ endDeltaDays }) => days(endDeltaDays) },
  ];
  return (
    <>
      <PhaseAxis lanes={phases.map(laneOf)} />
      <FactTable caption={caption} pairs={phases} filter={filter} columns={columns} />
    </>
  );
}

const laneOf = ({ template, local }: PhasePair) => ({
  label: (template ?? local)?.name ?? "",
  bars: [
    ...(template ? [{ side: "template" as const, phase: template }] : []),
    ...(local ? [{ side: "local" as const, phase: local }] : []),
  ],
});

export function DeadlineSection({ comparison: { deadlines }, filter, caption }: FactSectionProps) {
  const words = useWords(compareWords);
  const side = (deadline: Deadline | null) =>
    deadline ? (
      <>
        <WhenText deadline={deadline} /> <FileText text={deadline.text} />
      </>
    ) : (
      <Nothing />
    );
  const columns: FactColumn<DeadlinePair>[] = [
    { title: words.template, cell: ({ template }) => side(template) },
    { title: words.local, cell: ({ local }) => side(local) },
    { title: words.delta, cell: ({ deltaDays }) => (deltaDays === null ? <Nothing /> : words.days(deltaDays)) },
  ];
  return <FactTable caption={caption} pairs={deadlines} filter={filter} columns={columns} />;
}

export function FamilySection({ comparison: { responsibilities }, filter, caption }: FactSectionProps) {
  const words = useWords(compareWords);
  const columns: FactColumn<FamilyPair>[] = [
    { title: words.family, cell: ({ family }) => <FileText text={family} /> },
    { title: words.template, cell: ({ template }) => <RoleList roles={template} /> },
    { title: words.local, cell: ({ local }) => <RoleList roles={local} /> },
  ];
  return <FactTable caption={caption} pairs={responsibilities} filter={filter} columns={columns} />;
}

function RoleList({ roles }: { readonly roles: readonly FamilyRole[] }) {
  const { roles: names } = useWords(kindWords);
  if (roles.length === 0) return <Nothing />;
  return (
    <ul class="plain-list">
      {roles.map(({ role, units, count }) => (
        <li key={role}>
          <span class="muted">{names[role]}</span> <FileText text={units.join("、")} />
          {count > 1 && <span class="muted"> ×{count}</span>}
        </li>
      ))}
    </ul>
  );
}
