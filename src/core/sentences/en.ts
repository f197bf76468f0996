import { type SaidFacts, type Sentences, splitLimit } from "./said.ts";

const groupOf = (group: string | number | undefined): string => (group ? ` (${group})` : "");
const span = (start: string | number | undefined, end: string | number | undefined): string =>
  `${start || "no date"} to ${end || "no date"}`;

/** What is said in English: what was found or expected, what came, and what to do. */
export const EN: Sentences = {
  "total-mismatch": (f) => `${f.title}${groupOf(f.group)}: ${f.stated} is stated, but the rows add up to ${f.sum}.`,
  "numbering-gap": (f) => `${f.missing} is missing: ${f.before} is followed by ${f.after} (${f.label}).`,
  "duplicate-number": (f) => `The number ${f.number} stands twice: ${f.first} and ${f.second}.`,
  "date-conflict": (f) => `The covering notice is dated ${f.notice}, the plan itself ${f.plan}.`,
  "deadline-before-issue": (f) => `Due by ${f.due}, before the file was issued on ${f.issued}: ${f.text}`,
  "phase-before-issue": (f) =>
    `${f.name} (${span(f.start, f.end)}) ${f.end && f.end < f.issued! ? "ended" : "began"} before the file was issued on ${f.issued}.`,
  "phase-overlap": (f) => `${f.second} begins ${f.start}, before ${f.first} is over (${f.end}).`,
  "phase-gap": (f) => `${f.first} ends ${f.end}, ${f.second} begins ${f.start}: the time between belongs to neither.`,
  "phase-undated": (f) => `${f.name} gives no date, while other phases do.`,
  "target-conflict": (f) => `${f.metric} for ${f.deadline} has two values: ${f.first} and ${f.second}.`,
  "attachment-missing": (f) => `Attachment ${f.number}${groupOf(f.title)} is named, but the file does not hold it.`,
  "attachment-unlisted": (f) => `Attachment ${f.number} (${f.title}) is not in the list of attachments.`,
  "attachment-title-mismatch": (f) =>
    `Attachment ${f.number}: the list says ${f.listed}, the attachment's own heading ${f.heading}.`,
  "duplicate-unit": (f) => `One list names ${f.unit} twice.`,
  "count-mismatch": (f) => `“${f.what}” states ${f.stated}, but ${f.listed} are listed.`,
  "unit-unassigned": (f) =>
    `${f.number} ${f.title} names no responsible body; ${f.assigned} of ${f.siblings} beside it do.`.trimStart(),
  "empty-file": () => "The file is empty: a document was expected. Get the file again.",
  "unknown-format": (f) =>
    `The format is not known: expected ${f.expected ?? "a document"}, came ${f.came ?? "other bytes"}. Save it in one of these.`,
  "unsupported-format": (f) => `The format ${f.format ?? ""} cannot be read. Save the file as DOCX or PDF.`,
  archive: (f) =>
    `The file is an archive${groupOf(f.format)}, not a document. Unpack it, and hand in the files that it holds.`,
  encrypted: (f) => `The file${groupOf(f.format)} is encrypted and needs a password. Save a copy without one.`,
  damaged: (f) => `The file${groupOf(f.format)} is damaged and cannot be opened. Get it again from its source.`,
  "too-large": (f) => `The file goes over a limit${limitOf(f)}. Split it, or save it afresh.`,
  "no-text": () => "No text was found in the file. Check the file; if it is a scan, take a clearer one.",
  "not-a-plan": () =>
    "The text does not read as a plan: no target, step, task, measure, duty or standard was found. Check that it is the right file.",
  "needs-libreoffice": (f) =>
    `Files of the format ${f.format ?? "given"} are read with LibreOffice, which was not found. Install it (or set FANGAN_SOFFICE to the path of soffice), or save the file as DOCX or PDF.`,
  "conversion-failed": (f) =>
    `LibreOffice could not convert the file${groupOf(f.format)}: ${officeFault(f.reason)}. Save it as DOCX or PDF.`,
  "reader-fell-back": (f) =>
    `${f.reader ?? "The usual reader"} was to read the file, but ${officeFault(f.reason)}; the program's own reader read it. Compare the result with the file.`,
  "page-without-text": (f) =>
    `Page ${f.page ?? ""} gave no text and was passed over. Check that page; if it is a scan, take a clearer one.`,
  "page-missing": (f) =>
    `Page ${f.page ?? ""} is missing or damaged and was passed over. Get the file again from its source.`,
  "read-by-ocr": (f) =>
    `Read by character recognition: ${f.pages ?? "all"} page(s). Check important numbers against the original.`,
  "font-without-unicode": (f) =>
    `On page(s) ${f.pages ?? "of the file"} a font does not say which characters it draws, so the pages were read by character recognition. Check names and numbers there against the original.`,
  "low-confidence": (f) =>
    `Page ${f.page ?? ""} holds ${f.count ?? "some"} character(s) that were not recognised with certainty. Check them against the original.`,
  "element-ignored": (f) => `${f.element ?? f.name ?? "An element"} was passed over. Compare the result with the file.`,
  "encoding-guessed": (f) =>
    `The file does not state its encoding; read as ${f.encoding}. If characters look wrong, save it as UTF-8.`,
  "evidence-missing": (f) => `${f.what ?? f.path ?? "A fact"} was dropped: its place in the text was not found.`,
  "timed-out": (f) => `Not done after ${f.seconds ?? "some"} s, so it was stopped. Split the file, or allow more time.`,
  "out-of-memory": (f) =>
    `It took more than ${f.megabytes} MB of memory, so it was stopped. Split the file, or allow more memory.`,
  crashed: (f) => `The program failed on this file (${f.reason}). Please report it with the file.`,
};

const OFFICE_FAULTS: Readonly<Record<string, string>> = {
  "cannot-start": "it could not be started",
  "timed-out": "it was not done in time",
  "too-large": "what it gave goes over a limit",
  stopped: "it was stopped",
};

const officeFault = (reason: string | number | undefined): string =>
  OFFICE_FAULTS[String(reason)] ?? "it gave no text that could be read";

function limitOf(facts: SaidFacts): string {
  const { limit, came } = splitLimit(facts);
  return limit === undefined ? "" : ` (${[...came, `at most ${limit}`].join(", ")})`;
}
