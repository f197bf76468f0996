import { expect, test } from "vitest";
import type { Task } from "../../schemas/task.ts";
import { CHECKS } from "../../src/check/index.ts";
import { standard, standardItem, task } from "./make-facts.ts";
import { factsOf, makeDocument } from "./make-plan.ts";

const made = makeDocument(["正文"]);
const evidence = made.at("正文");
const bracketed = (number: string): Task =>
  task(number, `第${number}`, "做好工作。（责任单位：县公安局）", ["县公安局"], evidence);
const bare = (number: string, text = "严格落实防治要求，加强清扫保洁。"): Task =>
  task(number, "扬尘治理", text, [], evidence);
const check = (tasks: Task[]) => CHECKS["unit-unassigned"](factsOf({ tasks }), made.outline).map(({ facts }) => facts);

test("a task without a body beside siblings that each close with a bracket", () => {
  expect(check([bracketed("（一）"), bracketed("（二）"), bare("（三）")])).toEqual([
    { number: "（三）", title: "扬尘治理", siblings: 3, assigned: 2 },
  ]);
});

test("two siblings show no habit, and one bracket in three is none", () => {
  expect(check([bracketed("（一）"), bare("（二）")])).toEqual([]);
  expect(check([bracketed("（一）"), bare("（二）"), bare("（三）")])).toEqual([]);
});

test("bodies named in the siblings' prose are no habit of brackets", () => {
  const prose = (number: string) => task(number, "排查", "由县公安局牵头，开展排查。", ["县公安局"], evidence);
  expect(check([prose("（一）"), prose("（二）"), bare("（三）")])).toEqual([]);
});

test("a task that its prose gives to somebody is assigned", () => {
  const tasks = [bracketed("（一）"), bracketed("（二）"), bare("（三）", "各乡街是创建工作的责任主体。")];
  expect(check(tasks)).toEqual([]);
});

test("tasks of another chapter are no siblings", () => {
  expect(check([bracketed("（一）"), bracketed("（二）"), bare("（一）")])).toEqual([]);
});

const rows = (...units: string[][]) =>
  factsOf({
    standards: [
      standard(
        units.map((each, index) => standardItem(index + 1, null, 5, evidence, each)),
        null,
        evidence,
      ),
    ],
  });

test("one row of a table without a body is told, several are a merged cell", () => {
  const found = (...units: string[][]) => CHECKS["unit-unassigned"](rows(...units), made.outline).length;
  expect(found(["甲局"], ["甲局"], [], ["乙局"])).toBe(1);
  expect(found(["甲局"], [], [], ["乙局"])).toBe(0);
  expect(found([], [], [], [])).toBe(0);
});
