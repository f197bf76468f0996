import { plainText } from "./plain-words.ts";

/** What the steps of plans are for, by the words of their names; a name may say two (`验收总结`, `摸底部署`). */
const PURPOSES: readonly (readonly [string, RegExp])[] = [
  ["start", /启动|动员|部署|宣传|发动|准备|筹备|申报|学习/u],
  ["survey", /摸底|排查|自查|调查|摸排|调研|自评|建立机制|制定方案/u],
  ["pilot", /试点|示范先行|先行|探索|样板/u],
  [
    "carry-out",
    /实施|推进|推广|推开|展开|铺开|整治|攻坚|创建(?!工作)|建设|整改|落实|扩大成果|全面(?!总结|验收)|集中(?!验收|考核)/u,
  ],
  ["close", /总结|验收|考核|评估|评价|评比|考评|巩固|提升|长效|常态|命名|督查|检查|核查|复核|回头看|健全机制/u],
];

/** The step's name without what every name has (`第二阶段`, `阶段`). */
export const plainPhaseName = (name: string): string => {
  const bare = plainText(name).replace(/第?[一二三四五六七八九十\d]+(?=阶段|步)|阶段|[\p{P}\p{S}]/gu, "");
  return bare || plainText(name);
};

/** The purposes that a step's name says, none for a name of its own (`汛前准备` is `start`, `企业` none). */
export const purposesOf = (name: string): ReadonlySet<string> =>
  new Set(PURPOSES.filter(([, words]) => words.test(name)).map(([purpose]) => purpose));
