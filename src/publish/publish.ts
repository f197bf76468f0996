import type { Plan } from "../../schemas/plan.ts";
import type { PublishedStandard } from "../../schemas/published-standard.ts";
import { standardJsonSchema } from "../core/published-schemas.ts";
import { hasCalendar, planCalendar } from "./calendar/plan-calendar.ts";
import { assignedOf, responsibilitiesCsv, targetsCsv } from "./csv/fact-csv.ts";
import { standardCsv } from "./csv/standard-csv.ts";
import { DOCX_TYPE, writeDocx } from "./docx/write-docx.ts";
import { safeStem } from "./file-name.ts";
import { firstDay } from "./first-day.ts";
import { type Lack, PublishError } from "./publish-error.ts";
import { jsonFile, type Publication, type PublishedFile, standardFiles, textFile } from "./published-file.ts";
import { writeMarkdown } from "./readable/markdown.ts";
import { writePlan } from "./readable/write-plan.ts";
import { scoringSheet } from "./scoring/scoring-sheet.ts";
import { aboutSheet, standardSheet } from "./sheets/standard-sheet.ts";
import { createStandards } from "./standard/create-standard.ts";
import type { Sheet } from "./xlsx/workbook.ts";
import { writeWorkbook, XLSX_TYPE } from "./xlsx/write-workbook.ts";

/** What can be made of a plan. */
export const PUBLISH_FORMATS = [
  "json",
  "standard",
  "schema",
  "csv",
  "targets-csv",
  "responsibilities-csv",
  "xlsx",
  "workbook",
  "markdown",
  "docx",
  "ics",
] as const;
export type PublishFormat = (typeof PUBLISH_FORMATS)[number];

export interface PublishOptions {
  /** Standards of an earlier version: lines that are alike keep their ids. */
  readonly previous?: readonly PublishedStandard[];
  /** The stem of the file names; the plan's own file name where none is given. */
  readonly baseName?: string;
}

interface Publisher {
  /** What the plan must have, and whether it has; null where any plan will do. */
  readonly needs: Lack | null;
  readonly publish: (publication: Publication) => PublishedFile[] | Promise<PublishedFile[]>;
}

const sheetsFile = (name: string, sheets: readonly Sheet[]): PublishedFile => ({
  name,
  mediaType: XLSX_TYPE,
  bytes: writeWorkbook({ sheets }),
});

const CSV = "text/csv; charset=utf-8";

const PUBLISHERS: Readonly<Record<PublishFormat, Publisher>> = {
  json: { needs: null, publish: ({ plan, stem }) => [jsonFile(`${stem}.plan.json`, plan)] },
  standard: {
    needs: "standards",
    publish: (publication) => standardFiles(publication, "json", (standard, name) => jsonFile(name, standard)),
  },
  schema: { needs: null, publish: () => [jsonFile("standard.schema.json", standardJsonSchema())] },
  csv: {
    needs: "standards",
    publish: (publication) =>
      standardFiles(publication, "csv", (standard, name) => textFile(name, CSV, standardCsv(standard))),
  },
  xlsx: {
    needs: "standards",
    publish: ({ standards, stem }) => [
      sheetsFile(`${stem}.standard.xlsx`, [...standards.map(standardSheet), aboutSheet(standards)]),
    ],
  },
  workbook: {
    needs: "standards",
    publish: ({ standards, stem }) => [sheetsFile(`${stem}.scoring.xlsx`, standards.map(scoringSheet))],
  },
  markdown: {
    needs: null,
    publish: ({ plan, stem }) => [
      textFile(`${stem}.md`, "text/markdown; charset=utf-8", writeMarkdown(writePlan(plan))),
    ],
  },
  docx: {
    needs: null,
    publish: async ({ plan, stem }) => [
      {
        name: `${stem}.docx`,
        mediaType: DOCX_TYPE,
        bytes: await writeDocx(writePlan(plan), plan.header.title ?? stem, firstDay(plan.header.issuedOn)),
      },
    ],
  },
  ics: {
    needs: "dates",
    publish: ({ plan, stem }) => [textFile(`${stem}.ics`, "text/calendar; charset=utf-8", planCalendar(plan))],
  },
  "targets-csv": {
    needs: "targets",
    publish: ({ plan, stem }) => [textFile(`${stem}.targets.csv`, CSV, targetsCsv(plan))],
  },
  "responsibilities-csv": {
    needs: "responsibilities",
    publish: ({ plan, stem }) => [textFile(`${stem}.responsibilities.csv`, CSV, responsibilitiesCsv(plan))],
  },
};

const HAS: Readonly<Record<Lack, (plan: Plan) => boolean>> = {
  standards: (plan) => plan.standards.length > 0,
  targets: (plan) => plan.targets.length > 0,
  responsibilities: (plan) => assignedOf(plan).length > 0,
  dates: hasCalendar,
};

/**
 * Publishes a plan in one format. The same plan and options give the same bytes.
 * @returns the files to write; one a standard where the format holds only one standard.
 * @throws PublishError where the plan has nothing that the format could hold.
 */
export async function publish(
  plan: Plan,
  format: PublishFormat,
  { previous = [], baseName = plan.source.fileName }: PublishOptions = {},
): Promise<PublishedFile[]> {
  const { needs, publish: write } = PUBLISHERS[format];
  if (needs && !HAS[needs](plan)) throw new PublishError(format, needs);
  return write({ plan, standards: createStandards(plan, previous), stem: safeStem(baseName) });
}
