/** Numbers from 0 up to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a drafter writes for what stands in the paper before him. */
const OTHER_WORDS: readonly (readonly [string, string])[] = [
  ["加强", "强化"],
  ["开展", "组织开展"],
  ["建立", "建立健全"],
  ["健全", "完善"],
  ["积极", "大力"],
  ["不低于", "达到"],
  ["达到", "不低于"],
  ["定期", "按期"],
  ["及时", "第一时间"],
  ["完好", "完好无损"],
  ["宣传", "宣传教育"],
  ["设置", "配备"],
  ["规范", "规范有序"],
  ["检查", "巡查"],
  ["制定", "制订"],
  ["落实", "抓好落实"],
  ["居民", "群众"],
  ["参与", "参加"],
  ["管理", "日常管理"],
];

/** The text with some of its words in others, and sometimes another opening; a number changes only in `changeNumber`. */
export function rewordText(text: string, random: () => number): string {
  const fitting = OTHER_WORDS.filter(([word]) => text.includes(word));
  const chosen = fitting.filter(() => random() < 0.5).slice(0, 3);
  const reworded = chosen.reduce((varied, [word, other]) => varied.replace(word, other), text);
  return reworded === text ? `按要求做到${text}` : reworded;
}

/** Another share in the first `60%` of the text; null where there is none. */
export function changeNumber(text: string, random: () => number): string | null {
  const match = /\d+(?=[%％])/u.exec(text);
  if (!match) return null;
  const share = Math.min(100, Number(match[0]) + (random() < 0.7 ? 5 : -5));
  return `${text.slice(0, match.index)}${share}${text.slice(match.index + match[0].length)}`;
}

const FIRST = [..."安宁云清明永平金石龙凤兴和泰德华丰康瑞嘉文景"];
const SECOND = [..."川阳山河溪泉岭湖江林丘潭桥峰谷陵坪塘湾洲渡岗"];

/** The n-th made-up place (`安川县`, `宁川县` …), each another one. */
export function placeName(index: number, ending: "市" | "县"): string {
  const [first, second] = [FIRST[index % FIRST.length]!, SECOND[Math.floor(index / FIRST.length) % SECOND.length]!];
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  return `${first}${second}${round === 0 ? "" : FIRST[round % FIRST.length]}${ending}`;
}
