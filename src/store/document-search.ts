import { type SelectQueryBuilder, sql } from "kysely";
import type { DocumentQuery, DocumentRecord } from "../../schemas/document-record.ts";
import { cleanText } from "./clean-text.ts";
import { type DocumentReading, daysOf, toRecord } from "./document-rows.ts";
import { limitOf, type Page, pageOf, readCursor, type SortKey } from "./paging.ts";
import { type CutSearchWords, searchQuery } from "./search-words.ts";
import type { Database, Tables } from "./tables.ts";

const COLUMNS = [
  "id",
  "sha256",
  "ordinal",
  "byte_length",
  "media_type",
  "file_name",
  "title",
  "notice_title",
  "document_number",
  "issuers",
  "issued_on",
  "issued_from",
  "issued_to",
  "jurisdiction",
  "level",
  "page_count",
  "reader",
  "ocr",
  "program",
  "counts",
  "created_at",
  "updated_at",
] as const;

/** The latest word of a person on the document, as JSON. */
const lastReview = sql<DocumentReading["review"]>`(
  select json_build_object('verdict', verdict, 'who', who, 'at', at)
  from reviews where document_id = documents.id order by id desc limit 1)`;
const inForce = sql<number>`(
  select count(distinct path) from corrections where document_id = documents.id and withdrawn_at is null)`;
const hasStandards = sql<boolean>`((counts ->> 'standards')::int > 0)`;
const isApproved = sql<boolean>`coalesce((
  select verdict = 'approved' from reviews where document_id = documents.id order by id desc limit 1), false)`;

/** Documents as lists show them. */
export const selectDocuments = (database: Database) =>
  database
    .selectFrom("documents")
    .select([...COLUMNS])
    .select([inForce.as("corrections"), lastReview.as("review")]);

type Selection = ReturnType<typeof selectDocuments>;
type Filter = <O>(query: SelectQueryBuilder<Tables, "documents", O>) => SelectQueryBuilder<Tables, "documents", O>;

/** One page of the documents that a query asks for. @throws WrongCursor */
export async function searchDocuments(
  database: Database,
  query: DocumentQuery,
  cut: CutSearchWords,
): Promise<Page<DocumentRecord>> {
  const limit = limitOf(query);
  const words = query.text === undefined ? null : await searchQuery(query.text, cut);
  const ordered = query.order === "issued" ? afterIssued : afterAdded;
  const selection = ordered(filterOf(query, words)(selectDocuments(database)), query.cursor);
  const rows = await selection.limit(limit + 1).execute();
  const keyOf = ({ issued_from, ordinal }: DocumentReading): SortKey =>
    query.order === "issued" ? [issued_from, ordinal] : [ordinal];
  return pageOf(rows, limit, keyOf, toRecord);
}

const filterOf =
  (query: DocumentQuery, words: string | null): Filter =>
  (selection) => {
    const from = daysOf(query.issuedFrom ?? null).first;
    const to = daysOf(query.issuedTo ?? null).last;
    return selection
      .$if(words !== null, (each) => each.where(sql<boolean>`search @@ ${words}::tsquery`))
      .$if(query.jurisdiction !== undefined, (each) => each.where("jurisdiction", "=", cleanText(query.jurisdiction!)))
      .$if(query.level !== undefined, (each) => each.where("level", "=", query.level!))
      .$if(query.issuer !== undefined, (each) =>
        each.where(sql<boolean>`issuers @> array[${cleanText(query.issuer!)}::text]`),
      )
      .$if(from !== null, (each) => each.where("issued_to", ">=", from))
      .$if(to !== null, (each) => each.where("issued_from", "<=", to))
      .$if(query.approved !== undefined, (each) => each.where(isApproved, "=", query.approved!))
      .$if(query.hasStandards !== undefined, (each) => each.where(hasStandards, "=", query.hasStandards!));
  };

/** The newest first. An upload comes before all pages that were given: none of them is moved by it. */
function afterAdded(selection: Selection, cursor: string | undefined): Selection {
  const key = readCursor(cursor, ["number"]);
  return selection.$if(key !== null, (each) => each.where("ordinal", "<", Number(key![0]))).orderBy("ordinal", "desc");
}

function afterIssued(selection: Selection, cursor: string | undefined): Selection {
  const key = readCursor(cursor, ["nullable", "number"]);
  if (key?.[0] != null && !/^\d{4}-\d{2}-\d{2}$/.test(String(key[0]))) return afterIssued(selection, "wrong");
  return selection
    .$if(key !== null, (each) => each.where(isAfter(key!)))
    .orderBy("issued_from", (order) => order.desc().nullsLast())
    .orderBy("ordinal", "desc");
}

const isAfter = ([issued, ordinal]: SortKey) =>
  issued === null
    ? sql<boolean>`issued_from is null and ordinal < ${ordinal}`
    : sql<boolean>`(issued_from < ${issued} or (issued_from = ${issued} and ordinal < ${ordinal}) or issued_from is null)`;
