import { parseArgs } from "node:util";
import type { Plan } from "../../schemas/plan.ts";
import { resolveLineage } from "../../src/compare/lineage/resolve-lineage.ts";
import { buildMatrix } from "../../src/compare/matrix/build-matrix.ts";
import { type MadePlan, makeCollection, readBases } from "../helpers/make-collection.ts";

const HELP = `node tests/bench/collection.ts [--sizes 125,250,500,1000] [--families 10]
Makes collections of plans by varying real ones, and prints the rows of their standards and the seconds (of the processor) of: lineage (all
families), the matrix of one family against its template, the matrix of one family of equals, the matrix of all families as
equals. The last line is the exponent of seconds by rows (the slope of a straight line through the logarithms): 1 is linear.`;

interface Measured {
  readonly plans: number;
  readonly rows: readonly number[];
  readonly seconds: readonly number[];
}

const rowsIn = (made: readonly MadePlan[]): number => made.reduce((sum, { origins }) => sum + origins.flat().length, 0);

/** Seconds of processor time, which other programs on the machine do not change. */
function time(act: () => unknown): number {
  const start = process.cpuUsage().user;
  act();
  return (process.cpuUsage().user - start) / 1e6;
}

function measure(bases: readonly Plan[], count: number, families: number): Measured {
  const mixed = makeCollection(bases, count, families);
  const one = makeCollection(bases, count, 1);
  const [mixedPlans, onePlans] = [mixed, one].map((made) => made.map(({ plan }) => plan));
  return {
    plans: count,
    rows: [rowsIn(mixed), rowsIn(one), rowsIn(one), rowsIn(mixed)],
    seconds: [
      time(() => resolveLineage(mixedPlans!)),
      time(() => buildMatrix(onePlans!, onePlans![0]!)),
      time(() => buildMatrix(onePlans!, null)),
      time(() => buildMatrix(mixedPlans!, null)),
    ],
  };
}

/** The slope of the line of least squares through `(log rows, log seconds)`. */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (pick: 0 | 1): number => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const COLUMNS = ["lineage", "against template", "equals, 1 family", "equals, all"];
const line = (head: string, cells: readonly string[]): string =>
  head.padEnd(10) + cells.map((cell) => cell.padStart(24)).join("");

async function main(): Promise<void> {
  const options = {
    sizes: { type: "string", default: "125,250,500,1000" },
    families: { type: "string", default: "10" },
    help: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  const families = Number(values.families);
  const bases = await readBases(10);
  measure(bases, families + 5, families); // loads the dictionary
  console.log(line("plans", COLUMNS));
  const found = values.sizes.split(",").map((size) => {
    const measured = measure(bases, Number(size), families);
    const cells = measured.seconds.map((s, at) => `${measured.rows[at]} rows ${s.toFixed(2)} s`);
    console.log(line(size, cells));
    return measured;
  });
  const exponents = COLUMNS.map((_, at) => exponentOf(found.map(({ rows, seconds }) => [rows[at]!, seconds[at]!])));
  console.log(
    line(
      "exponent",
      exponents.map((exponent) => exponent.toFixed(2)),
    ),
  );
}

await main();
