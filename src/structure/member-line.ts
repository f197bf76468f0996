const ROLE = String.raw`(?:\p{Script=Han}[\p{Script=Han} \u3000]{0,8}[：:][ \u3000]*)?`;
/** `张三`, `李  四`, `欧阳小美`. */
const NAME = String.raw`(?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han})`;
const MEMBER = String.raw`^[ \t\u3000]*${ROLE}${NAME}[ \t\u3000]+[\p{Script=Han}、（）()]{2,40}`;
const MEMBER_LINE = new RegExp(
  String.raw`${MEMBER}[长记任员理师席官事督部人局办委队厅处科](?:[（(][^（）()]{1,20}[）)])?\s*$`,
  "u",
);
const CUT_MEMBER_LINE = new RegExp(String.raw`${MEMBER}\s*$`, "u");
const LONGEST_LINE = 100;

/** A line of a list of members, a name and a post apart by a gap: `　　　　王小明　县水务局总工程师`. */
export const isMemberLine = (text: string): boolean => text.length <= LONGEST_LINE && MEMBER_LINE.test(text);

/** Such a line whose post may go on in the next. */
export const opensMember = (text: string): boolean => text.length <= LONGEST_LINE && CUT_MEMBER_LINE.test(text);
