/** Words that came from a file: text only, isolated, so that control characters turn nothing around them over. */
export const FileText = ({ text }: { readonly text: string | null | undefined }) => <bdi class="file-text">{text}</bdi>;
