/** An ideograph, in the middle of its em box. */
export const HAN = /^\p{Script=Han}$/u;
/** Full-width marks whose ink stands at the left of their em box, and at its right. */
export const CLOSING = /^[，。、；：！？．）》〉」』”’】〕］]$/u;
export const OPENING = /^[（《〈「『“‘【〔［]$/u;
/** All that is an em wide. */
export const WIDE = /^[\p{Script=Han}，。、；：！？．（）《》〈〉「」『』“”‘’【】〔〕［］—…①-⑳]$/u;
