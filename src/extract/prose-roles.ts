import type { Responsibility, Role } from "../../schemas/responsibility.ts";
import { splitSentences } from "../core/brackets.ts";
import { splitUnits } from "../core/split-units.ts";
import { LONGEST_NAME } from "./role-words.ts";

const LED =
  /(?:^|[，,：:])\s*(?:[^，。；]{0,24}?由)([^，,。；]{2,80}?)(?:共同|联合|分别)?(?:总?牵头)(?:负责|组织|实施|推进|组织实施|协调)?/u;
/** `区河长办牵头，…`, `区河长办牵头负责日常工作，…`. */
const LED_BARE =
  /^([^，,。；]{2,60}?)(?:共同|联合|分别)?牵头(?:(?:负责|组织|实施|推进|统筹|协调|落实|制定|编制|开展|做好)[^，,。；]{0,16})?[，,]/u;
const CHARGED =
  /(?:^|[，,：:])\s*(?:[^，。；]{0,24}?由)([^，,。；]{2,80}?)(?:具体|共同|统一|分别)?(?:负责(?!人|制)|组织实施)/u;
const HELPING =
  /[，,]\s*([^。；]{2,240}?)(?:等)?(?:相关|有关|各)?(?:部门和单位|部门单位|部门|单位)?(?:予以|给予|积极|密切|共同|协同|按职责|按照职责)?(?:参与|配合|参加|协同|协助)(?!度|率|方)/u;
const HELPING_LIST = /^([^，,。；]{2,240}?)等(?:参与|配合|协作|成员)(?:部门|单位)+/u;

/**
 * Finds roles in running text, sentence by sentence: `由X牵头，Y、Z参与`, `由X负责`, `X、Y等参与部门…`, `县民政局负责…`. Only bodies
 * in front of an explicit verb of the genre are taken.
 */
export function readProseRoles(text: string): Responsibility[] {
  return splitSentences(text).flatMap(({ text: sentence }) => {
    const trimmed = sentence.trim();
    const lead = LED.exec(trimmed) ?? LED_BARE.exec(trimmed);
    const entries = lead ? named("lead", lead[1]!) : [];
    const charged = lead ? null : CHARGED.exec(trimmed);
    if (charged) entries.push(...named("responsible", charged[1]!));
    if (!lead && !charged) entries.push(...readChargedClauses(trimmed));
    const first = lead ?? charged;
    const rest = first ? trimmed.slice(first.index + first[0].replace(/[，,]$/u, "").length) : "";
    const help = first ? HELPING.exec(rest) : HELPING_LIST.exec(trimmed);
    if (help && (entries.length > 0 || !first)) entries.push(...readHelpers(help[1]!));
    if (lead) entries.push(...readCarryingOut(rest));
    return entries;
  });
}

/** `…牵头，…配合，各乡镇人民政府负责落实`: who carries out what another body leads. */
const CARRYING_OUT =
  /[，,；;]\s*(?:由)?([^，,。；;]{2,160}?)(?:按照?职责(?:分工)?|分别|具体|共同|统一)*(?:负责(?:具体)?(?:落实|实施|组织实施|推进|抓好落实)?|具体(?:落实|实施)|抓好落实|组织实施)(?=[，,。；;]|的?(?:工作)?(?:机制|格局)|$)/u;

function readCarryingOut(rest: string): Responsibility[] {
  const units = splitUnits(CARRYING_OUT.exec(rest)?.[1] ?? "");
  return units.length && units.every((unit) => (OFFICE.test(unit) || PLACES.test(unit)) && unit.length <= 24)
    ? named("responsible", units.join("、"))
    : [];
}

/** `各区`, `各县（市、区）`: places that stand for their governments. */
const PLACES = /^各[省市州县区旗]{1,2}(?:[（(][^（）()]{1,10}[）)])?$/u;

/** `各镇负责实施，县财政局配合`: where others stand before the helpers, these are the offices of the last clause. */
function readHelpers(list: string): Responsibility[] {
  const whole = named("support", list);
  const last = splitUnits(list.split(/[，,]/u).at(-1)!);
  return whole.length > 0 || !last.every((unit) => OFFICE.test(unit)) ? whole : named("support", last.join("、"));
}

const IN_CHARGE =
  /^([^，,。；]{2,160}?)(?:[，,]?\s*(?:按照?|根据|依据)[^，,。]{2,24}[，,]\s*)?(?:要|应)?(?:分别|具体|共同|统一|牵头|统筹)?负责(?!人|制)/u;

/** What a bracket says about a body that is no part of its name: `（设在县水务局）`, `（名单见附件2）`, `（以下简称…）`. */
const ASIDE = /[（(](?:设在|[^（）()]{0,8}见附件|[^（）()]{0,6}名单|以?下?简称)[^（）()]*[）)]/gu;

/** `县商务局负责…，县民政局、县教育局按照…，分别负责…`: bodies at the head of a clause; every one must be an office. */
function readChargedClauses(sentence: string): Responsibility[] {
  return sentence
    .split(/(?<=[，,])(?=(?!分别|具体|共同|并|统一)[^，,]{2,160}(?:[，,](?:分别|具体|共同|统一))?负责)/u)
    .flatMap((clause) => {
      const [charge = "", bodies = ""] = IN_CHARGE.exec(clause.trim()) ?? [];
      const units = splitUnits(bodies.replace(ASIDE, ""));
      return units.length && units.every((unit) => OFFICE.test(unit) && unit.length <= 24)
        ? named(charge.endsWith("牵头负责") ? "lead" : "responsible", units.join("、"))
        : [];
    });
}

const OFFICE =
  /(?:局|委员会|委|办公室|办|厅|中心|分局|大队|支队|街道|办事处|[镇乡]|居委会|村委会|领导小组|部门|人民政府)(?:[（(][^（）()]*[）)])?$/u;

const NOT_A_NAME = /^[将对应]|[要把使按]|会同|加强|负责|建立|开展|根据|通过|进行|落实|制定|明确|完善/u;

/** Classes of people that no drafter holds to account. */
const NO_BODY =
  /^(?:企业|群众|社会|市场|个人|业主|居民|专人|主要领导|分管领导|负责人|专家|第三方|第三方机构|政府|村民|农户|住户|商户|家长|监护人|[房户车船店货雇]主|产权人|所有人|使用人|经营者|承包人)$|领导$|负责(?:人|同志)$|责任人$|^各?(?:牵头|责任|配合|成员|参与)(?:单位|部门)$/u;

/** In prose every part of the list must read as a name. */
function named(role: Role, list: string): Responsibility[] {
  const plain = list.replace(/^(?:建立|成立|形成|构建|实行|健全|完善|由)+/u, "");
  const units = splitUnits(plain.replace(/^.*?(?:机制|工作)[，,]/u, ""));
  const names = units.filter(
    (unit) => unit.length > 1 && unit.length <= LONGEST_NAME && !NOT_A_NAME.test(unit) && !NO_BODY.test(unit),
  );
  return names.length > 0 && names.length === units.length ? [{ role, units: names }] : [];
}
