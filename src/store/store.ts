import type { Readable } from "node:stream";
import type { Comment, CommentRequest } from "../../schemas/comment.ts";
import type { Comparison } from "../../schemas/comparison.ts";
import type { Correction, CorrectionRequest, Review } from "../../schemas/correction.ts";
import type { DocumentQuery, DocumentRecord } from "../../schemas/document-record.ts";
import type { FactKind, FactRow } from "../../schemas/fact-row.ts";
import type { Lineage } from "../../schemas/lineage.ts";
import type { Matrix } from "../../schemas/matrix.ts";
import type { Plan } from "../../schemas/plan.ts";
import type {
  Batch,
  Submission,
  SubmissionCounts,
  SubmissionFailure,
  SubmissionState,
} from "../../schemas/submission.ts";
import type { Page, PageRequest } from "./paging.ts";
import type { ApiKeys, Audit, Webhooks } from "./service-parts.ts";

/** Bytes by their SHA-256; the same bytes are kept once. */
export interface Files {
  /** Moves a finished temporary file in; its hash and length must be those given. Harmless where the bytes are kept already. */
  readonly keep: (temporary: string, sha256: string, byteLength: number) => Promise<void>;
  /** @throws FileMissing where no such bytes are kept. */
  readonly open: (sha256: string) => Promise<Readable>;
  /** @throws FileMissing, and FileDamaged where the bytes no longer have the hash. */
  readonly read: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly has: (sha256: string) => Promise<boolean>;
  readonly remove: (sha256: string) => Promise<void>;
  /** Every kept hash, with its length in bytes and when it was kept. */
  readonly list: () => AsyncIterable<{ readonly sha256: string; readonly byteLength: number; readonly keptAt: Date }>;
  /** A folder to write uploads to before `keep`, on the same disk where that saves a copy. */
  readonly temporaryFolder: string;
  /** Rejects where the place cannot be written now (full disk, no network). */
  readonly check: () => Promise<void>;
}

/** A file of an upload that is in `files` already. */
export interface NewFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly priority: number;
}

export interface NewBatch {
  readonly name: string | null;
  readonly template: string | null;
  readonly who: string;
  readonly files: readonly NewFile[];
}

export interface Submissions {
  /** One transaction. @throws FileMissing where a file is not in `files` (any more): a passing fault, keep it again. */
  readonly create: (
    batch: NewBatch,
  ) => Promise<{ readonly batch: string; readonly submissions: readonly Submission[] }>;
  readonly find: (id: string) => Promise<Submission | null>;
  /** The newest first. */
  readonly list: (
    filter: {
      readonly state?: SubmissionState | undefined;
      readonly batch?: string | undefined;
      readonly who?: string | undefined;
    },
    page?: PageRequest,
  ) => Promise<Page<Submission>>;
  /**
   * `queued` or `running` (again, after a stall) → `running`, with what the program is known to make of its bytes; null where it
   * has an end already. Counts an attempt.
   */
  readonly begin: (
    id: string,
    program: string,
  ) => Promise<{ readonly submission: Submission; readonly known: Digitisation | null } | null>;
  /** Raises the progress of a running one; a lower figure, or one for a finished submission, changes nothing. */
  readonly advance: (id: string, stage: string, progress: number) => Promise<void>;
  /** → `done`; false where it has an end already. Also stores the webhook deliveries. */
  readonly finish: (id: string, document: string) => Promise<boolean>;
  /** → `failed`; false where it has an end already. */
  readonly fail: (id: string, failure: SubmissionFailure) => Promise<boolean>;
  /** `queued` or `running` → `cancelled`; false where it has an end already. */
  readonly cancel: (id: string) => Promise<boolean>;
  /** `failed` or `cancelled` → `queued`, progress 0, its batch `open` again; null where it is neither. */
  readonly retry: (id: string) => Promise<Submission | null>;
  /** Not finished, the oldest first, for reconciling with the queue. */
  readonly listUnfinished: (page?: PageRequest) => Promise<Page<Submission>>;
  readonly counts: () => Promise<SubmissionCounts>;
  /** Removes finished batches, their submissions with them, older than that; gives how many submissions. Documents stay. */
  readonly removeFinished: (before: Date) => Promise<number>;
}

export interface Batches {
  readonly find: (id: string) => Promise<Batch | null>;
  readonly list: (page?: PageRequest) => Promise<Page<Batch>>;
  /** Batches that are open though each of their submissions has an end, for reconciling. */
  readonly listReady: () => Promise<readonly string[]>;
  /** → `done` with its report; false where it is done already or a submission has no end yet. */
  readonly finish: (id: string, report: unknown) => Promise<boolean>;
}

/** What a digitisation came to: the plan's JSON text as the sandbox wrote it, or why there is none. */
export type Digitisation =
  | { readonly state: "done"; readonly document: string; readonly millis: number }
  | { readonly state: "failed"; readonly failure: SubmissionFailure; readonly millis: number };

export interface Digitisations {
  /** The known result for these bytes and this program, null where there is none yet. */
  readonly find: (sha256: string, program: string) => Promise<Digitisation | null>;
  /**
   * Harmless to repeat, each plan whole or not at all: document, plan, fact rows; `searchIndex.fill` makes it searchable. Then the
   * submission that is named is done. Gives the document's id.
   */
  readonly store: (done: {
    readonly plan: Plan;
    readonly program: string;
    readonly millis: number;
    readonly submission?: string;
  }) => Promise<string>;
  readonly storeFailure: (failed: {
    readonly sha256: string;
    readonly program: string;
    readonly failure: SubmissionFailure;
    readonly millis: number;
  }) => Promise<void>;
}

export interface SearchIndex {
  /** Cuts the words of up to `most` plans that came or changed, the oldest first; gives how many. Safe in several processes. */
  readonly fill: (most: number) => Promise<number>;
}

export interface Documents {
  readonly find: (id: string) => Promise<DocumentRecord | null>;
  readonly findBySha256: (sha256: string) => Promise<DocumentRecord | null>;
  /** The machine's plan as JSON text, of the newest program or of the one named. */
  readonly findPlanText: (id: string, program?: string) => Promise<string | null>;
  readonly findPlan: (id: string, program?: string) => Promise<Plan | null>;
  /** The plan with its corrections laid over it (`applyCorrections` of src/core). */
  readonly findCorrectedPlan: (
    id: string,
  ) => Promise<{ readonly plan: Plan; readonly corrections: readonly Correction[] } | null>;
  readonly search: (query: DocumentQuery) => Promise<Page<DocumentRecord>>;
  /** @throws WrongCursor */
  readonly facts: (
    filter: {
      readonly document?: string;
      readonly kind?: FactKind;
      readonly family?: string;
      readonly metric?: string;
    },
    page?: PageRequest,
  ) => Promise<Page<FactRow>>;
  /** With its plans, facts, corrections, reviews, comments, comparisons and bytes; its finished submissions stay. False where there is none. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Which jurisdictions, levels and issuers the collection has, with how many documents each. */
  readonly facets: () => Promise<
    Record<"jurisdiction" | "level" | "issuer", readonly { readonly value: string; readonly count: number }[]>
  >;
  readonly count: () => Promise<number>;
}

/** What of a plan places it in the collection, as the machine read it. */
export interface PlacedPlan extends Pick<Plan, "id" | "header" | "basis"> {
  readonly updatedAt: string;
  /** People corrected the plan: `documents.findCorrectedPlan` has it as it stands. */
  readonly isCorrected: boolean;
}

export interface Versions {
  /** The state of the collection: another text after each plan that came, went or changed. */
  readonly mark: () => Promise<string>;
  /** When each document last changed. */
  readonly listChanges: () => Promise<readonly { readonly id: string; readonly updatedAt: string }[]>;
  readonly listPlaced: (documents: readonly string[]) => Promise<readonly PlacedPlan[]>;
  /** Takes the place of what was known before; does nothing and gives false where the collection is no longer at `mark`. */
  readonly save: (lineage: Lineage, mark?: string) => Promise<boolean>;
  /** The issues of one plan, the oldest first; the document alone where it has no others. */
  readonly find: (document: string) => Promise<readonly string[]>;
  /** What it rests on and what rests on it, of the collection. */
  readonly links: (document: string) => Promise<Lineage["links"]>;
}

export interface Comparisons {
  /** The same template, local plan and program twice is one comparison; gives its id. */
  readonly store: (comparison: Comparison, program: string) => Promise<string>;
  readonly storeMatrix: (matrix: Matrix, program: string) => Promise<string>;
  readonly find: (id: string) => Promise<Comparison | null>;
  readonly findMatrix: (id: string) => Promise<Matrix | null>;
  readonly findOf: (
    template: string,
    local: string,
    program: string,
  ) => Promise<{ readonly id: string; readonly comparison: Comparison } | null>;
  readonly list: (document?: string, page?: PageRequest) => Promise<Page<ComparisonEntry>>;
  readonly remove: (id: string) => Promise<boolean>;
}

export interface ComparisonEntry {
  readonly id: string;
  readonly kind: "comparison" | "matrix";
  /** The template first. */
  readonly documents: readonly string[];
  readonly program: string;
  readonly createdAt: string;
}

/** A filled scoring sheet and what it came to, as src/publish makes it. */
export interface Assessment {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly result: unknown;
  readonly who: string;
  readonly createdAt: string;
}

export interface Assessments {
  readonly store: (assessment: {
    readonly document: string;
    readonly name: string;
    readonly result: unknown;
    readonly who: string;
  }) => Promise<Assessment>;
  readonly find: (id: string) => Promise<Assessment | null>;
  readonly list: (document?: string, page?: PageRequest) => Promise<Page<Assessment>>;
  readonly remove: (id: string) => Promise<boolean>;
}

export interface Corrections {
  /** @throws WrongPath where the plan has nothing at the path, or may not be corrected there; null where there is no such document. */
  readonly create: (document: string, request: CorrectionRequest, who: string) => Promise<Correction | null>;
  readonly list: (document: string) => Promise<readonly Correction[]>;
  readonly withdraw: (id: string, who: string) => Promise<boolean>;
}

export interface Reviews {
  /** Null where there is no such document. */
  readonly create: (
    document: string,
    verdict: Review["verdict"],
    who: string,
    note: string | null,
  ) => Promise<Review | null>;
  readonly list: (document: string) => Promise<readonly Review[]>;
}

export interface Comments {
  /** @throws WrongPath where the plan has nothing at the path; null where there is no such document. */
  readonly create: (document: string, request: CommentRequest, who: string) => Promise<Comment | null>;
  /** The oldest first. */
  readonly list: (document: string) => Promise<readonly Comment[]>;
}

/** How to reach the database, for the queue: of node-postgres, with a UNIX socket's folder as `host` where it is embedded. */
export interface DatabaseAddress {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
}

export interface Store {
  readonly files: Files;
  readonly submissions: Submissions;
  readonly batches: Batches;
  readonly digitisations: Digitisations;
  readonly documents: Documents;
  readonly searchIndex: SearchIndex;
  readonly versions: Versions;
  readonly comparisons: Comparisons;
  readonly assessments: Assessments;
  readonly corrections: Corrections;
  readonly reviews: Reviews;
  readonly comments: Comments;
  readonly audit: Audit;
  readonly keys: ApiKeys;
  readonly webhooks: Webhooks;
  readonly address: DatabaseAddress;
  readonly kind: "embedded" | "shared-embedded" | "server";
  /** Removes bytes older than that which no document and no submission names: a crash during an upload left them. Gives how many. */
  readonly sweep: (graceSeconds: number) => Promise<number>;
  /** Rejects where the database or the files cannot be reached now. */
  readonly check: () => Promise<void>;
  /** Ends connections, and the embedded database where this store runs it. Safe to call twice. */
  readonly close: () => Promise<void>;
}
