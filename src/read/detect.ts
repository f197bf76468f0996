import { ReadError } from "../core/outcome.ts";
import { decodeText } from "./decode-text.ts";
import { findZipNames } from "./zip-names.ts";

/** Every kind of file that can be told apart; not each has a reader. */
export type Format =
  | "pdf"
  | "docx"
  | "ofd"
  | "office"
  | "zip"
  | "rar"
  | "7z"
  | "doc"
  | "cfb"
  | "rtf"
  | "mhtml"
  | "image"
  | "html"
  | "xml"
  | "text";

const HEAD_BYTES = 1024;
const TEXT_SAMPLE_BYTES = 256 * 1024;
const MOST_CONTROL_SHARE = 0.01;
/** A stray sign or two in a page of text; of a few bytes they would be most. */
const STRAY = 2;
const PAGE = 100;
const EXPECTED = "pdf, docx, doc, ofd, html, txt, md, png, jpg, tiff";

const SIGNATURES: readonly (readonly [Format, string])[] = [
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["rar", "Rar!\x1a\x07"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["cfb", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["rtf", "{\\rtf"],
  ["mhtml", "MIME-Version:"],
  ["image", "\x89PNG\r\n\x1a\n"],
  ["image", "\xff\xd8\xff"],
  ["image", "II*\0"],
  ["image", "MM\0*"],
];

/** Markup after white space, an XML declaration and comments; an inner `<table` alone is Markdown's business, not HTML's. */
const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|style|script|link|span|h1)\b/i;
const XML_START = /^\s*<\?xml\b/i;

/**
 * Tells the format from the bytes alone.
 * @throws ReadError `empty-file`, `encrypted` (a password-protected Office package), `damaged` (a zip cut short), `unknown-format`.
 */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new ReadError("empty-file");
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  // ISO 32000-1 Annex H.3.4.1: the header may stand anywhere in the first 1024 bytes.
  if (head.includes("%PDF-")) return "pdf";
  const signed = SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0];
  if (signed === "zip") return detectPackage(bytes);
  if (signed === "cfb") return detectCompound(bytes);
  return signed ?? detectText(bytes, head);
}

function detectPackage(bytes: Uint8Array): Format {
  const names = findZipNames(bytes);
  if (names === null) throw new ReadError("damaged", { format: "zip" });
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return "docx";
  // An encrypted OFD may hold its entry for decryption only (GM/T 0099-2020).
  if (names.some((name) => /^(?:ofd|encryptions)\.xml$/i.test(name))) return "ofd";
  // Workbooks, slides, ODF and EPUB: a package of parts, not of documents (ECMA-376-2 §10.1, ODF 1.2-3 §3.3).
  return names.some((name) => name === "[Content_Types].xml" || name === "mimetype") ? "office" : "zip";
}

/** MS-CFB: stream names stand in UTF-16LE in the directory; Word and WPS files both hold `WordDocument`. */
function detectCompound(bytes: Uint8Array): Format {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(Buffer.from("WordDocument", "utf16le"))) return "doc";
  if (file.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new ReadError("encrypted", { format: "ooxml" });
  return "cfb";
}

function detectText(bytes: Uint8Array, head: string): Format {
  const { text } = decodeText(bytes.subarray(0, TEXT_SAMPLE_BYTES));
  if (HTML_START.test(text)) return "html";
  if (XML_START.test(text)) return "xml";
  if (isText(text)) return "text";
  const came = Buffer.from(head.slice(0, 8), "latin1").toString("hex");
  throw new ReadError("unknown-format", { came, expected: EXPECTED });
}

function isText(text: string): boolean {
  const strange = text.match(/[\x00-\x08\x0b\x0e-\x1f\x7f\uFFFD]/g)?.length ?? 0;
  return strange <= Math.max(text.length < PAGE ? 0 : STRAY, text.length * MOST_CONTROL_SHARE);
}
