/** Files by their names, as the field `files` of a form; other fields besides. */
export function formOf(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files)) form.append("files", new Blob([content]), name);
  return form;
}

/** The events of a Server-Sent Events answer that ends, or of its first part. */
export const eventsOf = (text: string): { event: string; data: Record<string, unknown> }[] =>
  [...text.matchAll(/^event: (\w+)\ndata: (.+)$/gm)].map(([, event, data]) => ({
    event: event!,
    data: JSON.parse(data!) as Record<string, unknown>,
  }));
