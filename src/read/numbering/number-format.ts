const HAN_DIGITS = "〇一二三四五六七八九";
const ENCLOSED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
const ROMAN: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

type Format = (value: number) => string;

/** `ST_NumberFormat` (ECMA-376 §17.18.59): those that Chinese documents use; a `bullet` or `none` prints no number. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["none", () => ""],
  ["bullet", () => ""],
  ["decimalZero", (value) => String(value).padStart(2, "0")],
  ["decimalFullWidth", fullWidth],
  ["decimalFullWidth2", fullWidth],
  ["decimalEnclosedCircle", oneOf(ENCLOSED)],
  ["decimalEnclosedCircleChinese", oneOf(ENCLOSED)],
  ["decimalEnclosedParen", oneOf("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")],
  ["decimalEnclosedFullstop", oneOf("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")],
  ["ideographEnclosedCircle", oneOf("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")],
  ["numberInDash", (value) => `- ${value} -`],
  ["upperRoman", roman],
  ["lowerRoman", (value) => roman(value).toLowerCase()],
  ["upperLetter", letters],
  ["lowerLetter", (value) => letters(value).toLowerCase()],
  ["chineseCounting", counting],
  ["chineseCountingThousand", counting],
  ["taiwaneseCounting", counting],
  ["taiwaneseCountingThousand", counting],
  ["japaneseCounting", (value) => counting(value).replace(/一(?=[十百千])/gu, "")],
  ["ideographDigital", hanDigits],
  ["japaneseDigitalTenThousand", hanDigits],
  ["taiwaneseDigital", hanDigits],
  ["chineseLegalSimplified", (value) => legal(value, "零壹贰叁肆伍陆柒捌玖")],
  ["ideographLegalTraditional", (value) => legal(value, "零壹貳參肆伍陸柒捌玖")],
  ["ideographTraditional", oneOf("甲乙丙丁戊己庚辛壬癸")],
  ["ideographZodiac", oneOf("子丑寅卯辰巳午未申酉戌亥")],
]);

/** Writes a number as a list level prints it (`chineseCounting` 12 → 十二); an unknown format is written in digits. */
export const formatNumber = (value: number, format: string): string => FORMATS.get(format)?.(value) ?? String(value);

function oneOf(signs: string): Format {
  const all = [...signs];
  return (value) => all[value - 1] ?? String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  return ROMAN.map(([sign, worth]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return sign.repeat(times);
  }).join("");
}

/** A … Z, then AA, BB, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 10) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function hanDigits(value: number): string {
  return String(value).replace(/\d/gu, (digit) => HAN_DIGITS[Number(digit)]!);
}

function counting(value: number): string {
  return inUnits(value, "零一二三四五六七八九", "十百千").replace(/^一(?=十)/u, "");
}

function legal(value: number, digits: string): string {
  return inUnits(value, digits, "拾佰仟");
}

/** 305 → 三百零五: a run of zeros inside is said once, zeros at the end are not said. */
function inUnits(value: number, digits: string, units: string): string {
  if (value < 1 || value > 9999) return value === 0 ? digits[0]! : String(value);
  const places = [...String(value)].map(Number);
  const said = places.map((digit, index) =>
    digit === 0 ? "0" : digits[digit]! + (units[places.length - 2 - index] ?? ""),
  );
  return said.join("").replace(/0+$/u, "").replace(/0+/gu, digits[0]!);
}
