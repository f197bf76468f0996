import mammoth from "mammoth";
import { ReadError } from "../../core/outcome.ts";
import { writeZip } from "../../core/write-zip.ts";

/** A node of mammoth's document model, as its document transforms see it. */
export interface MammothNode {
  readonly type: string;
  readonly children?: readonly MammothNode[];
  readonly value?: string;
  readonly breakType?: "line" | "page" | "column";
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

const RELATIONSHIPS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
  Id="rId1" Target="word/document.xml"
  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`;

/**
 * Reads a prepared document.xml with mammoth. It gets a package of that one part, so that nothing else of a hostile file
 * reaches it, and its HTML is not used: the model says more (line and page breaks).
 * @throws ReadError `damaged` where mammoth cannot read it.
 */
export async function readWithMammoth(documentXml: string): Promise<{ document: MammothNode; ignored: string[] }> {
  const files = { "_rels/.rels": RELATIONSHIPS, "word/document.xml": documentXml };
  const buffer = Buffer.from(writeZip(files, 0));
  let document: MammothNode = { type: "document" };
  const transformDocument = (read: MammothNode): MammothNode => {
    document = read;
    return { ...read, children: [] };
  };
  try {
    const result = await mammoth.convertToHtml({ buffer }, { transformDocument, externalFileAccess: false });
    return { document, ignored: result.messages.map((one) => elementOf(one.message)) };
  } catch (error) {
    throw new ReadError("damaged", { detail: "document.xml" }, { cause: error });
  }
}

/** The element that a warning names ("A w:sym element with an unsupported character was ignored: …"), else its words. */
const elementOf = (warning: string): string => /\bw:[A-Za-z]+/u.exec(warning)?.[0] ?? warning;
