import { expect, test } from "vitest";
import { findContacts } from "../../src/structure/contacts.ts";
import { inexact, paragraphOf } from "../helpers/outline-of.ts";

/** Name and phone of the people to ask, from paragraphs. */
const found = (...texts: string[]): string[] => {
  const paragraphs = texts.map((text, id) => paragraphOf(text, id));
  const contacts = findContacts(paragraphs);
  expect(
    inexact(
      contacts.flatMap(({ evidence }) => evidence),
      paragraphs.map(({ block }) => block),
    ),
  ).toEqual([]);
  return contacts.map(({ name, phone }) => `${name} ${phone}`);
};

test.each([
  ["联系人：张某，联系电话：6123456。", ["张某 6123456"]],
  ["（联系人：李　某；电话：0734-8123456）", ["李某 0734-8123456"]],
  ["联系人：吴某　　联系电话：（0816）6123456", ["吴某 （0816）6123456"]],
  ["联系人：王某某 13800000000", ["王某某 13800000000"]],
  ["联系人及电话：赵某，61234567", ["赵某 61234567"]],
  ["联系人：孙某，电话：6123456；周某，联系电话：6123457。", ["孙某 6123456", "周某 6123457"]],
  ["请各镇确定一名联系人。", []],
  ["监督电话：12345678", []],
])("%s", (text, contacts) => expect(found(text)).toEqual(contacts));

test("contacts may be listed below their heading, down to the first line without a phone", () => {
  expect(
    found(
      "联系人及电话：",
      "县水利局　钱某　0734—8123456",
      "县财政局　吴 某　8123457",
      "请认真执行。",
      "县医保局　郑某　8123458",
    ),
  ).toEqual(["钱某 0734—8123456", "吴某 8123457"]);
});
