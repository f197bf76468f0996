import type { Direction, Relation } from "../../../../schemas/change.ts";
import { DIRECTION, RELATION } from "../../../publish/comparison/labels.ts";
import { useLanguage } from "../app/language.tsx";
import { Badge, type BadgeTone } from "../parts/badge.tsx";

const RELATION_TONE: Readonly<Record<Relation, BadgeTone>> = {
  identical: "plain",
  reworded: "info",
  changed: "warn",
  added: "good",
  removed: "bad",
};
const DIRECTION_TONE: Readonly<Record<Direction, BadgeTone>> = { stricter: "info", looser: "bad", other: "plain" };

/** `≠ 变更`: a sign and a word, so that the colour is not the only mark. */
export function RelationMark({ relation }: { readonly relation: Relation }) {
  const { language } = useLanguage();
  const label = RELATION[relation];
  return (
    <Badge tone={RELATION_TONE[relation]}>
      {label.sign} {label[language]}
    </Badge>
  );
}

/** `▲ 更严`, `▼ 更松`; nothing where neither holds. */
export function DirectionMark({ direction }: { readonly direction: Direction | null }) {
  const { language } = useLanguage();
  if (direction === null || direction === "other") return null;
  const label = DIRECTION[direction];
  return (
    <Badge tone={DIRECTION_TONE[direction]}>
      {label.sign} {label[language]}
    </Badge>
  );
}
