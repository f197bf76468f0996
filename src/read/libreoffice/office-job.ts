/** What read a file that LibreOffice converted, as `source.reader` says it. */
export const OFFICE_READER = "libreoffice+docx";

/** A file for LibreOffice to convert; `extension` and `filter` are the program's own words for its format. */
export interface OfficeJob {
  /** The path of `soffice`. */
  readonly office: string;
  readonly bytes: Uint8Array;
  readonly extension: "doc" | "rtf";
  /** The import filter, so that damaged bytes are not taken for plain text; null where LibreOffice is to tell. */
  readonly filter: "MS Word 97" | "Rich Text Format" | null;
  readonly seconds: number;
}

/** Why LibreOffice gave no file. */
export type OfficeFailure = "cannot-start" | "timed-out" | "no-result" | "too-large" | "stopped";

export type OfficeResult =
  | { readonly kind: "converted"; readonly docx: Uint8Array }
  | { readonly kind: "failed"; readonly reason: OfficeFailure };
