import { useEffect, useState } from "preact/hooks";
import type { DocumentRecord } from "../../../../schemas/document-record.ts";
import type { Submission } from "../../../../schemas/submission.ts";
import { readDocument } from "../api/documents.ts";
import { useWords } from "../app/language.tsx";
import { Badge } from "../parts/badge.tsx";
import { FileText } from "../parts/file-text.tsx";
import { uploadWords } from "../words/upload.ts";

const known = new Map<string, DocumentRecord>();
const STAYS_MILLIS = 300;

/** A document's record, asked for once its row stays in view: who scrolls past a thousand rows asks for none of them. */
function useRecord(id: string | null): DocumentRecord | null {
  const [record, setRecord] = useState(id === null ? null : (known.get(id) ?? null));
  useEffect(() => {
    if (id === null || known.has(id)) return;
    const timer = setTimeout(() => {
      readDocument(id)
        .then((found) => {
          known.set(id, found);
          setRecord(found);
        })
        .catch(() => {});
    }, STAYS_MILLIS);
    return () => clearTimeout(timer);
  }, [id]);
  return record;
}

/** The plan that a file became, and whether it was there before. */
export function PlanLink({
  submission: { document, createdAt },
  isRepeated,
}: {
  readonly submission: Submission;
  readonly isRepeated: boolean;
}) {
  const words = useWords(uploadWords);
  const record = useRecord(document);
  if (document === null) return null;
  const isKnownBefore = record !== null && record.createdAt < createdAt;
  return (
    <>
      <a class="clamp-1" href={`/documents/${encodeURIComponent(document)}`}>
        <FileText text={record?.title ?? words.open} />
      </a>
      {isRepeated ? (
        <Badge title={words.duplicateHint}>{words.sameInBatch}</Badge>
      ) : (
        isKnownBefore && <Badge title={words.duplicateHint}>{words.duplicate}</Badge>
      )}
    </>
  );
}
