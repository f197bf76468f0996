import { writeZip } from "../../core/write-zip.ts";
import type { PublishedFile } from "../../publish/published-file.ts";
import type { Reply } from "./http.ts";

/** What is sent is to be saved, never to be shown: whatever it holds, it is not run in this server's name. */
export const attachment = (reply: Reply, name: string, mediaType: string): Reply =>
  reply
    .header("content-type", mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);

export const sendFile = (reply: Reply, { name, mediaType, bytes }: PublishedFile): Reply =>
  attachment(reply, name, mediaType).send(Buffer.from(bytes));

/** One file as it is, several in a ZIP. */
export function sendFiles(reply: Reply, files: readonly PublishedFile[], archive: string): Reply {
  if (files.length === 1) return sendFile(reply, files[0]!);
  const bytes = writeZip(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  return sendFile(reply, { name: archive, mediaType: "application/zip", bytes });
}

/** A page that the program wrote: it needs no script, and may be shown. */
export const sendPage = (reply: Reply, html: string): Reply =>
  reply
    .header("content-type", "text/html; charset=utf-8")
    .header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    )
    .send(html);
