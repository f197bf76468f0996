import type { Role } from "../../schemas/responsibility.ts";

/** Labels of a closing bracket or a table column, `牵头单位：`; null for labels that give no body a role. */
const LABELS: readonly (readonly [Role | null, RegExp])[] = [
  [null, /(?:牵头|责任|分管|包保)(?:领导|人)|完成|时限|时间|进度|期限|联系/u],
  ["supervise", /监督|督导|督办|指导|督促/u],
  ["lead", /牵头|主办|主责/u],
  ["support", /配合|协办|协作|协同|参与|参加|协助|支持/u],
  ["responsible", /责任|负责|落实|实施|承办|承担|主体|建设/u],
];

/** The role that a label gives: `监督指导单位` → `supervise`; null where it gives none. */
export const roleOfLabel = (label: string): Role | null =>
  LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;

/** No body's name is longer (characters); what is, is a sentence. */
export const LONGEST_NAME = 36;

/** Verbs that follow a list of bodies in prose, `由X牵头，Y、Z参与`, longest first. */
export const ROLE_VERBS: readonly (readonly [Role, string])[] = [
  ["supervise", "(?:负责)?(?:监督指导|督促指导|督查指导|指导监督|督导|监督)"],
  ["lead", "牵头(?:负责|组织实施|组织|实施|推进|落实|协调)?|总牵头"],
  [
    "responsible",
    "(?:按照?(?:各自)?(?:职责|分工|职责分工|职能|职能职责)(?:分工|范围)?)?(?:分别|具体|共同)?(?:分工)?(?:负责|落实|组织实施)(?:落实|实施|推进)?",
  ],
  [
    "support",
    "(?:按照?(?:各自)?(?:职责|分工|职责分工))?(?:予以|给予|积极|密切|共同|协同)?(?:配合|参与|参加|协助|协同|支持)(?:落实|实施|推进)?",
  ],
];
