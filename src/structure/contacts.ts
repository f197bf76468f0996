import type { Header } from "../../schemas/header.ts";
import type { Paragraph } from "../core/document.ts";
import { foldWidth } from "../core/fold-width.ts";
import { locate } from "../core/passage.ts";
import { squash } from "../core/tidy.ts";

const PHONE = "(?:(?:0\\d{2,3}\\s*[-—－]?|[（(]0\\d{2,3}[）)])\\s*\\d{7,8}|1\\d{10}|\\d{7,8})(?:[-—转]\\d{1,5})?";
const CONTACT = new RegExp(
  `联系人(?:及(?:联系)?(?:电话|方式))?\\s*[：:]\\s*([^。\\d]{2,60}?)[\\s，,；;、（(]*(?:(?:联系|办公|咨询)?(?:电话|方式|手机)\\s*[：:]?\\s*)?(${PHONE})`,
  "gu",
);
/** Another person after the first: `联系人：某某，电话…；某某，联系电话：024-…`. */
const NEXT_CONTACT = new RegExp(
  `[；;、，,]\\s*([\\p{Script=Han}]{2,4}|[\\p{Script=Han}]\\s{1,4}[\\p{Script=Han}])[，,\\s]*(?:(?:联系|办公)?(?:电话|手机)\\s*[：:]\\s*)?(${PHONE})`,
  "gu",
);
/** A name ends what stands before the phone; alignment spaces may stand in it. */
const NAME = /([\p{Script=Han}]{2,4}|[\p{Script=Han}]\s{1,4}[\p{Script=Han}])$/u;

/** A line of a list below 联系人：: body, name, phone (`市住建局　赵　磊　0379—63308512`). */
const LISTED = new RegExp(
  `([\\p{Script=Han}]{2,4}|[\\p{Script=Han}][\\s\\u3000]{1,4}[\\p{Script=Han}])[\\s\\u3000：:]+(${PHONE})\\s*$`,
  "u",
);
const LIST_HEAD = /^\s*联系(?:人|方式|电话)(?:及[\p{Script=Han}]{2,4})?\s*[：:]\s*$/u;
const MOST_LISTED = 12;

function findListed(paragraphs: readonly Paragraph[]): Header["contacts"] {
  const head = paragraphs.findIndex(({ block }) => LIST_HEAD.test(block.text));
  if (head < 0) return [];
  const lines = paragraphs.slice(head + 1, head + 1 + MOST_LISTED);
  const end = lines.findIndex(({ block }) => !LISTED.test(foldWidth(block.text)));
  return lines.slice(0, end < 0 ? undefined : end).map(({ block }) => {
    const match = LISTED.exec(foldWidth(block.text))!;
    return { name: squash(match[1]!), phone: squash(match[2]!), evidence: [locate(block, 0, block.text.length)] };
  });
}

/** Finds the people to ask: `联系人：某某，联系电话：3926456`. Names without alignment spaces. */
export const findContacts = (paragraphs: readonly Paragraph[]): Header["contacts"] => [
  ...findListed(paragraphs),
  ...paragraphs.flatMap(({ block }) =>
    [
      ...block.text.matchAll(CONTACT),
      ...(block.text.includes("联系人") ? block.text.matchAll(NEXT_CONTACT) : []),
    ].flatMap((match) => {
      const name = NAME.exec(
        match[1]!
          .trim()
          .split(/[，,、：:]/u)[0]!
          .trim(),
      )?.[1];
      if (!name || /^联系/u.test(name)) return [];
      return [
        {
          name: squash(name),
          phone: squash(match[2]!),
          evidence: [locate(block, match.index, match.index + match[0].length)],
        },
      ];
    }),
  ),
];
