import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createGzip } from "node:zlib";

/** A gzipped tar (POSIX ustar) that is written entry by entry. */
export interface TarWriter {
  /** The bytes must be as many as said. */
  readonly add: (
    name: string,
    byteLength: number,
    body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Lets go of the file without its end. */
  readonly abandon: () => void;
}

const BLOCK = 512;

export function writeTar(path: string): TarWriter {
  const gzip = createGzip({ level: 4 });
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  gzip.pipe(file);
  let fault: unknown = null;
  const fail = (error: unknown): void => {
    fault ??= error;
    gzip.destroy();
  };
  file.on("error", fail);
  gzip.on("error", fail);
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (fault) throw fault;
    if (!gzip.write(bytes)) await Promise.race([once(gzip, "drain"), once(gzip, "close")]);
    if (fault) throw fault;
  };

  return {
    add: async (name, byteLength, body) => {
      await write(header(name, byteLength));
      let came = 0;
      for await (const chunk of body) {
        came += chunk.length;
        await write(chunk);
      }
      if (came !== byteLength) throw new Error(`${name}: ${byteLength} bytes were expected, ${came} came`);
      await write(Buffer.alloc((BLOCK - (byteLength % BLOCK)) % BLOCK));
    },
    close: async () => {
      await write(Buffer.alloc(2 * BLOCK));
      gzip.end();
      await Promise.race([once(file, "close"), once(gzip, "error")]);
      if (fault) throw fault;
    },
    abandon: () => {
      gzip.destroy();
      file.destroy();
    },
  };
}

function header(name: string, byteLength: number): Buffer {
  if (Buffer.byteLength(name) > 99) throw new Error(`a name of at most 99 bytes was expected, ${name} came`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write("0000600\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${byteLength.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        ", 148);
  block.write("0", 156);
  block.write("ustar\u000000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}
