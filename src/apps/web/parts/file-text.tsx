import { harmless } from "./harmless.ts";

/** Words that came from a file: text only, isolated, and in the order in which they stand there. */
export const FileText = ({ text }: { readonly text: string | null | undefined }) => (
  <bdi class="file-text">{text == null ? null : harmless(text)}</bdi>
);
