/**
 * Radicals of U+2E80–2EFF with the ideographs that look the same (Unicode EquivalentUnifiedIdeograph). NFKC knows
 * two of them only. `⼾` stands here because NFKC gives the old form 戶 where fonts draw 户, and the stroke `丶` because
 * it is typed and recognised for 、 (`二丶工作任务`).
 */
const PAIRS =
  "⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 " +
  "⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺲罒 ⺳网 ⺶羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽臼 " +
  "⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 " +
  "⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户 丶、";
const IDEOGRAPHS = new Map(PAIRS.split(" ").map(([radical, ideograph]) => [radical!, ideograph!]));
const RADICALS = /[\u2e80-\u2fdf丶]/gu;

/**
 * Radicals as the ideographs they look like (`县⺠政局` → `县民政局`); the length stays. Browsers print them where a font
 * draws both with one shape, and what is copied from such a file holds them too.
 */
export const foldRadicals = (text: string): string =>
  text.replace(RADICALS, (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize("NFKC"));
