import { describe, expect, test } from "vitest";
import { findPassMark } from "../../../src/extract/tables/pass-mark.ts";

describe("the pass mark is the bound of the passing grade, not that of the best", () => {
  test.each([
    ["90分以上为优秀，75—89分为良好，65—74分为合格。", 65],
    ["得分不足60分为不合格，60分至84分为合格，85分以上为优秀。", 60],
    ["优秀（90分以上）、良好（80—89分）、合格（70—79分）、不合格（70分以下）。", 70],
    ["95分以上为优秀；低于75分的为不合格。", 75],
    ["低于80分的不予命名。", 80],
    ["得分82分及以上的，认定为示范站；92分及以上的，择优推荐申报省级示范站。", 82],
    ["总分85分（含）以上评定为示范点。", 85],
    ["得分不低于80分。", 80],
    ["90分以上的优先推荐；低于60分的，取消奖补资格。", null],
    ["90分以上为优秀。", null],
  ])("%s", (note, mark) => expect(findPassMark([note], 100)).toBe(mark));
});
