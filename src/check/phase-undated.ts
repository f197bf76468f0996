import type { Phase } from "../../schemas/phase.ts";
import type { Check } from "./check.ts";
import { openingOf, phaseRows } from "./phase-rows.ts";

/** Words that date a phase without a date that can be read: `即日起至6月底`, `（长期坚持）`, `2023年第四季度`. */
const TIME_WORDS = /\d\s*[年月日号]|[一二三四]季度|半年|年[底初末]|即日|印发之日|长期|持续推进|全年|全程|[（(]常态/u;

/** `phase-undated`: a phase gives no date, neither of its own nor in words. */
export const checkUndatedPhases: Check = (facts, outline) =>
  phaseRows(facts.phases).flatMap((row) => {
    const undated = row.filter((phase) => isUndated(phase) && !TIME_WORDS.test(openingOf(phase, outline)));
    return undated.map(({ name, evidence }) => ({ severity: "info" as const, facts: { name }, evidence }));
  });

const isUndated = ({ start, end }: Phase): boolean => start === null && end === null;
