import { OFFICE_READER } from "../../read/libreoffice/office-job.ts";
import type { JobResult } from "../../sandbox/worker-messages.ts";
import type { Said } from "./language.ts";

/** How something stands on this machine; `needed` where the program is not whole without it. */
export interface Check {
  readonly name: string;
  readonly needed: boolean;
  readonly works: boolean;
  /** What was found, in figures or names; or what is to be said of why it does not work. */
  readonly found: string | Said;
}

/** What an examination needs of the machine. */
export interface Machine {
  readonly nodeVersion: string;
  /** The memory that the program may have, and what is free of it, in bytes. */
  readonly memory: number;
  readonly freeMemory: number;
  /** The path of LibreOffice; null where there is none, or where it is not to be used. */
  readonly findOffice: () => Promise<string | null>;
  /** Digitises a sample in a worker, which may die without harm. */
  readonly digitiseSample: (file: string) => Promise<JobResult>;
}

export const NEEDED_NODE = 24;
/** Recognising a dense page takes so much (bytes). */
const MEMORY_FOR_PICTURES = 1.5 * 2 ** 30;
/** What each sample says. */
export const SAMPLE_WORDS = "社区绿地布局合理";

/** One file of each format; those read by character recognition need its models and native libraries. */
const SAMPLES: Readonly<Record<string, string>> = {
  text: "plan.txt",
  html: "plan.html",
  docx: "plan.docx",
  doc: "plan.doc",
  pdf: "plan.pdf",
  ofd: "plan.ofd",
  image: "plan.png",
  "scanned pdf": "scan.pdf",
};

/** Tries every reader on a small file and looks at what the program needs besides. */
export async function examineMachine(machine: Machine): Promise<Check[]> {
  const checks = [checkNode(machine), checkMemory(machine)];
  for (const [name, file] of Object.entries(SAMPLES)) checks.push(await checkReader(name, file, machine));
  return [...checks, checkOffice(await machine.findOffice(), checks)];
}

function checkNode({ nodeVersion }: Machine): Check {
  const works = Number.parseInt(nodeVersion, 10) >= NEEDED_NODE;
  return { name: "Node.js", needed: true, works, found: nodeVersion };
}

function checkMemory({ memory, freeMemory }: Machine): Check {
  const works = memory >= MEMORY_FOR_PICTURES;
  const facts = { memory: inGigabytes(memory), wanted: inGigabytes(MEMORY_FOR_PICTURES) };
  const found = works
    ? `${facts.memory} (${inGigabytes(freeMemory)} free)`
    : ({ code: "little-memory", facts } as const);
  return { name: "memory", needed: false, works, found };
}

const inGigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`;

/** A reader works where it finds the sample's words; that it ends without an error proves nothing. */
async function checkReader(name: string, file: string, { digitiseSample }: Machine): Promise<Check> {
  const result = await digitiseSample(file);
  if (result.kind === "failed") return { name, needed: true, works: false, found: reasonOf(result.said) };
  const { source, blocks } = JSON.parse(result.text) as {
    readonly source: { readonly reader: string };
    readonly blocks: readonly { readonly text: string }[];
  };
  const works = blocks.some(({ text }) => text.includes(SAMPLE_WORDS));
  return { name, needed: true, works, found: works ? source.reader : { code: "sample-misread", facts: { file } } };
}

/** A sample is sound: what crashes on it is the installation. */
const reasonOf = (said: Said): Said => (said.code === "crashed" ? { code: "cannot-load", facts: said.facts } : said);

/** Which of the two readers of DOC is in use: that of the sample, for a LibreOffice that fails is passed over. */
function checkOffice(path: string | null, checks: readonly Check[]): Check {
  const office = { name: "LibreOffice", needed: false } as const;
  if (path === null) return { ...office, works: false, found: { code: "not-needed", facts: {} } };
  const works = checks.some(({ name, found }) => name === "doc" && found === OFFICE_READER);
  return { ...office, works, found: { code: works ? "office-used" : "office-fails", facts: { path } } };
}
