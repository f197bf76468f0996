import { viewOf } from "./view.ts";

/** Signs that open a field, part its instruction from its result, and close it (MS-DOC 2.8.25). */
export const FIELD = { begin: 0x13, separate: 0x14, end: 0x15 } as const;

/** Fields whose result says where a word stands on paper, not what the document says. */
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u;
const CHECK_BOX = /^\s*FORMCHECKBOX\b/u;
const LONGEST_INSTRUCTION = 100;

interface Field {
  instruction: string;
  isShown: boolean;
  /** Place of the form field's description in the Data stream. */
  place: number | null;
}

/** Follows the fields of a paragraph, which may stand in each other. */
export interface Fields {
  /** Takes a field sign; gives the text that the field itself prints (a check box), or "". */
  readonly follow: (sign: number) => string;
  /** Takes a character of an instruction. */
  readonly instruct: (character: string, place: number | null) => void;
  readonly isShown: () => boolean;
  /** A field over several paragraphs, such as a table of contents, is left behind at the end of its first one. */
  readonly leave: () => void;
}

/** @param data The Data stream, which holds the state of form fields. */
export function createFields(data: Uint8Array): Fields {
  let open: Field[] = [];
  let hidden = 0;
  const end = (): string => {
    const field = open.pop();
    if (!field) return "";
    if (!field.isShown) hidden--;
    return CHECK_BOX.test(field.instruction) ? (isChecked(data, field.place) ? "☑" : "□") : "";
  };
  const separate = (): string => {
    const field = open.at(-1);
    if (!field || field.isShown || PAGE_NUMBER.test(field.instruction)) return "";
    field.isShown = true;
    hidden--;
    return "";
  };
  const begin = (): string => {
    open.push({ instruction: "", isShown: false, place: null });
    hidden++;
    return "";
  };
  return {
    follow: (sign) => (sign === FIELD.begin ? begin() : sign === FIELD.separate ? separate() : end()),
    instruct: (character, place) => {
      const field = open.at(-1);
      if (field && field.instruction.length < LONGEST_INSTRUCTION) field.instruction += character;
      if (field) field.place ??= place;
    },
    isShown: () => hidden === 0,
    leave: () => {
      open = [];
      hidden = 0;
    },
  };
}

/** No choice made: the state that the form began with counts (MS-DOC 2.9.78 `FFData`). */
const UNTOUCHED = 25;

function isChecked(data: Uint8Array, place: number | null): boolean {
  if (place === null || place + 6 > data.length) return false;
  const view = viewOf(data);
  const at = place + view.getUint16(place + 4, true);
  if (at + 12 > data.length) return false;
  const result = (view.getUint16(at + 4, true) >> 2) & 0x1f;
  const initial = at + 10 + 2 + 2 * view.getUint16(at + 10, true) + 2;
  if (result !== UNTOUCHED) return result === 1;
  return initial + 2 <= data.length && view.getUint16(initial, true) === 1;
}
