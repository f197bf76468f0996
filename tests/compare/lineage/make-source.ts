import type { Basis } from "../../../schemas/basis.ts";
import type { Level } from "../../../schemas/header.ts";
import type { LineageSource } from "../../../src/compare/lineage/lineage-source.ts";
import { factsOf } from "../../check/make-plan.ts";
import { EVIDENCE } from "../facts/make-entries.ts";

export interface Given {
  readonly id: string;
  readonly title: string;
  readonly place?: string | null;
  readonly level?: Level | null;
  readonly number?: string | null;
  readonly issuedOn?: string | null;
  readonly trial?: boolean;
  readonly basis?: readonly Basis[];
}

export const rests = (
  title: string,
  number: string | null = null,
  relation: Basis["relation"] = "implements",
): Basis => ({
  title,
  documentNumber: number,
  relation,
  evidence: EVIDENCE,
});

export const source = ({ id, title, place = null, level = null, ...given }: Given): LineageSource => ({
  id,
  header: {
    ...factsOf({}).header,
    title,
    documentNumber: given.number ?? null,
    issuedOn: given.issuedOn ?? null,
    trial: given.trial ?? false,
    jurisdiction: { name: place, level },
  },
  basis: [...(given.basis ?? [])],
});
