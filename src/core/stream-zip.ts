import { Zip, ZipDeflate } from "fflate";
import { ZIP_TIME } from "./write-zip.ts";

/** A file of a package; `name` is a path with `/`. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a ZIP package as its files come, so that only one of them need be there at a time. Their names are to be
 * distinct. The same files give the same bytes.
 */
export async function* streamZip(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for await (const { name, bytes } of files) {
    const file = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: ZIP_TIME });
    zip.add(file);
    file.push(bytes, true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
