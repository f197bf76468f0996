import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** They measure time: nothing else of ours may run beside them. */
const TIMED = [
  "tests/apps/server/take-entries.test.ts",
  "tests/compare/compare-plans.test.ts",
  "tests/faults/two-workers.test.ts",
  "tests/web/long-comparison.test.ts",
  "tests/web/long-plan.test.ts",
  "tests/web/matrix.test.ts",
  "tests/web/thousand-files.test.ts",
];

/** They call functions and change nothing that the next file could see: one process reads file after file. */
const PLAIN = [
  "tests/{check,compare,core,extract,pipelines,structure}/**/*.test.ts",
  "tests/read/{doc,docx,html,image,layout,numbering,ofd,pdf,text}/**/*.test.ts",
];

const root = join(import.meta.dirname, "..");
const shared = { root, testTimeout: 60_000, hookTimeout: 120_000 };

/** Most tests wait for servers, sandboxes and browsers: two files at a time keep two cores busy. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "plain",
          include: PLAIN,
          exclude: TIMED,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "side by side",
          include: ["tests/**/*.test.ts"],
          exclude: [...TIMED, ...PLAIN],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { test: { ...shared, name: "alone", include: TIMED, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
