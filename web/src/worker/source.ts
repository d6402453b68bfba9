// The bytes of a file as a stream of slices, gzip undone on the way. The page reads (some browsers cannot read a
// File inside a worker of a page opened as a local file) and keeps a few slices under way, because reading is
// slower than computing.

export const sliceBytes = 4 << 20;
const slicesUnderWay = 3;

/** Caps on what a gzip file may unpack to; the command line's are the same (core/cli/gzip.cpp). */
const largestInflated = 64 * 2 ** 30;
const largestRatio = 200;
const ratioMattersFrom = 16 << 20;

/** The page cannot use the file: E_PAGE_UNREADABLE (moved, changed, drive taken away), E_GZIP_DAMAGED, E_GZIP_BOMB. */
export class FileRefused extends Error {
  constructor(
    readonly code: "E_PAGE_UNREADABLE" | "E_GZIP_DAMAGED" | "E_GZIP_BOMB",
    detail: string,
  ) {
    super(detail);
  }
}

/** What a file holds: how many bytes, and all of them in order, as often as asked. */
export interface ByteSource {
  size: number;
  slices(): AsyncGenerator<ArrayBuffer>;
}

/** A gzip file is known by its content, not its name, and unpacked once beforehand to learn its size. */
export async function sourceOf(file: Blob): Promise<ByteSource> {
  const begin = new Uint8Array(await readable(file.slice(0, 2).arrayBuffer()));
  if (begin[0] !== 0x1f || begin[1] !== 0x8b) return { size: file.size, slices: () => plainSlices(file) };
  let size = 0;
  for await (const slice of unpackedSlices(file)) size += slice.byteLength;
  return { size, slices: () => unpackedSlices(file) };
}

async function* plainSlices(file: Blob): AsyncGenerator<ArrayBuffer> {
  const ahead: Promise<ArrayBuffer>[] = [];
  let next = 0;
  const readAhead = () => {
    while (ahead.length < slicesUnderWay && next < file.size) {
      const slice = file.slice(next, next + sliceBytes).arrayBuffer();
      slice.catch(() => undefined);
      ahead.push(slice);
      next += sliceBytes;
    }
  };
  readAhead();
  for (let slice = ahead.shift(); slice; slice = ahead.shift()) {
    readAhead();
    yield await readable(slice);
  }
}

async function* unpackedSlices(file: Blob): AsyncGenerator<ArrayBuffer> {
  const chunks = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  let given = 0;
  try {
    for (;;) {
      const { done, value } = await chunks.read().catch(refuse);
      if (done) return;
      given += value.byteLength;
      if (given > largestInflated || (given > ratioMattersFrom && given > largestRatio * file.size)) {
        throw new FileRefused("E_GZIP_BOMB", `${given} bytes from ${file.size}`);
      }
      // The chunk may be a view of a larger buffer; a slice owns its bytes, so that it can be handed over.
      yield value.slice().buffer;
    }
  } finally {
    await chunks.cancel().catch(() => undefined);
  }
}

/** A failure of unpacking is a TypeError; any other is one of reading. */
function refuse(error: unknown): never {
  throw new FileRefused(error instanceof TypeError ? "E_GZIP_DAMAGED" : "E_PAGE_UNREADABLE", String(error));
}

async function readable(slice: Promise<ArrayBuffer>): Promise<ArrayBuffer> {
  try {
    return await slice;
  } catch (error) {
    throw new FileRefused("E_PAGE_UNREADABLE", String(error));
  }
}
