/** Files that systems leave in folders and nobody means. */
const LEFTOVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;
const KNOWN = /\.(?:txt|md|markdown|html?|docx?|wps|pdf|ofd|png|jpe?g|tiff?|zip)$/iu;

export interface Gathered {
  readonly files: readonly File[];
  readonly refused: readonly { readonly name: string; readonly reason: "empty" | "unsupported" }[];
}

/** Sorts out what no server would take: empty files, and names that say another kind; a file without an ending may be anything. */
export function sortFiles(files: readonly File[]): Gathered {
  const meant = files.filter(({ name }) => !LEFTOVER.test(name));
  const isUnknown = ({ name }: File): boolean => /\.[^.]+$/u.test(name) && !KNOWN.test(name);
  return {
    files: meant.filter((file) => file.size > 0 && !isUnknown(file)),
    refused: meant.flatMap((file) =>
      isUnknown(file)
        ? { name: file.name, reason: "unsupported" as const }
        : file.size === 0
          ? { name: file.name, reason: "empty" as const }
          : [],
    ),
  };
}

/** All files of what was dropped, those in folders too. */
export async function gatherDropped(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...dropped.files];
  const files = await Promise.all(entries.map(filesOf));
  return files.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const files = await Promise.all((await entriesOf(entry as FileSystemDirectoryEntry)).map(filesOf));
  return files.flat();
}

/** A folder gives its entries in parts, until a part is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) return all;
    all.push(...part);
  }
}
