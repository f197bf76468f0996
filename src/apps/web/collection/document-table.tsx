import { useMemo } from "preact/hooks";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { Table, type TableColumn } from "../parts/table.tsx";
import { collectionWords } from "../words/collection.ts";
import { kindWords } from "../words/kinds.ts";

type Selected = ReadonlyMap<string, string>;

interface DocumentTableProps {
  readonly documents: { readonly rows: readonly DocumentRecord[]; readonly more: () => void };
  /** Titles by id, in the order in which they were chosen. */
  readonly selected: Selected;
  readonly onSelected: (selected: Selected) => void;
}

const ROW_HEIGHT = 62;

export function DocumentTable({ documents, selected, onSelected }: DocumentTableProps) {
  const words = useWords(collectionWords);
  const columns = useColumns(documents.rows, selected, onSelected);
  return (
    <Table
      label={words.title}
      class="document-table"
      columns={columns}
      rows={documents.rows}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      rowClass={({ id }) => (selected.has(id) ? "selected" : undefined)}
      onEnd={documents.more}
    />
  );
}

function useColumns(
  rows: readonly DocumentRecord[],
  selected: Selected,
  onSelected: (selected: Selected) => void,
): TableColumn<DocumentRecord>[] {
  const words = useWords(collectionWords);
  const { levels } = useWords(kindWords);
  const titleOf = ({ title, fileName }: DocumentRecord): string => title ?? fileName;
  const turn = (record: DocumentRecord): void => {
    const next = new Map(selected);
    if (!next.delete(record.id)) next.set(record.id, titleOf(record));
    onSelected(next);
  };
  const isAll = rows.every(({ id }) => selected.has(id));
  const all = new Map(isAll ? [] : [...selected, ...rows.map((record) => [record.id, titleOf(record)] as const)]);
  return useMemo(
    () => [
      {
        key: "select",
        class: "select-cell",
        title: <input type="checkbox" aria-label={words.selectAll} checked={isAll} onChange={() => onSelected(all)} />,
        cell: (record) => (
          <input
            type="checkbox"
            aria-label={words.select(titleOf(record))}
            checked={selected.has(record.id)}
            onChange={() => turn(record)}
          />
        ),
      },
      {
        key: "plan",
        title: words.plan,
        class: "plan-cell",
        cell: (record) => (
          <>
            <a class="clamp-1" href={`/documents/${encodeURIComponent(record.id)}`}>
              <FileText text={titleOf(record)} />
            </a>
            <span class="muted small clamp-1">
              <FileText
                text={[record.documentNumber, record.issuers.join("、"), record.fileName].filter(Boolean).join(" · ")}
              />
            </span>
          </>
        ),
      },
      {
        key: "place",
        title: words.place,
        class: "place-cell",
        cell: ({ jurisdiction, level }) => (
          <span class="clamp">
            <FileText text={jurisdiction} /> {level && <Badge>{levels[level]}</Badge>}
          </span>
        ),
      },
      { key: "issued", title: words.issuedOn, class: "date-cell", cell: ({ issuedOn }) => issuedOn },
      {
        key: "counts",
        title: words.counts,
        class: "counts-cell muted small",
        cell: ({ counts }) => words.countsText(counts.targets, counts.tasks + counts.measures, counts.standardItems),
      },
      {
        key: "findings",
        title: words.findings,
        class: "findings-cell",
        cell: (record) => <States record={record} />,
      },
    ],
    [words, levels, selected, rows],
  );
}

function States({ record: { id, counts, corrections, approval } }: { readonly record: DocumentRecord }) {
  const words = useWords(collectionWords);
  return (
    <span class="states">
      {counts.findings > 0 ? (
        <a class="badge warn" href={`/documents/${encodeURIComponent(id)}?tab=findings`}>
          {words.findingsCount(counts.findings)}
        </a>
      ) : (
        <Badge>{words.noFindings}</Badge>
      )}
      {corrections > 0 && (
        <Badge tone="info" title={words.correctedTitle(corrections)}>
          {words.corrected} {corrections}
        </Badge>
      )}
      {approval && <Badge tone="good">✓ {words.approved}</Badge>}
    </span>
  );
}
