/** A small plan; each number makes other bytes. */
export const planText = (number: number): string => `某县绿色社区创建行动实施方案

一、创建目标

到2021年底，全县${40 + number}%以上的社区达到创建要求。

二、实施步骤

（一）试点阶段（2020年12月至2021年2月）。选取社区先行试点。
`;

/** A DOCX that was cut short: the service takes it, and its reader says what is wrong. */
export const BROKEN_DOCX = Buffer.from("PK\x03\x04broken", "latin1");
