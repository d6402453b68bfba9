// The bytes of a file as a stream of slices, gzip undone on the way. The page reads (some browsers cannot read a
// File inside a worker of a page opened as a local file). Two buffers take turns: while the worker computes one,
// the next is filled, and no slice leaves garbage behind that a browser is slow to collect.

const sliceBytes = 4 << 20;

export const emptySlice = (): ArrayBuffer => new ArrayBuffer(sliceBytes);

/** Caps on what a gzip file may unpack to; the command line's are the same (core/cli/gzip.cpp). */
const largestInflated = 64 * 2 ** 30;
const largestRatio = 200;
const ratioMattersFrom = 16 << 20;

/** The page cannot use the file: E_PAGE_UNREADABLE (moved, changed, drive taken away), E_GZIP_DAMAGED, E_GZIP_BOMB. */
export class FileRefused extends Error {
  /** The file's name, where it is one of several. */
  where = "";

  constructor(
    readonly code: "E_PAGE_UNREADABLE" | "E_GZIP_DAMAGED" | "E_GZIP_BOMB",
    detail: string,
  ) {
    super(detail);
  }
}

/** Takes the first `bytes` bytes of the buffer, and gives a buffer of the same size when it may be filled again. */
type TakeSlice = (buffer: ArrayBuffer, bytes: number) => Promise<ArrayBuffer>;

/**
 * What a file holds: how many bytes, and all of them in order, as often as asked. `packed`: a part of them cannot be
 * had without all that stand before it.
 */
export interface ByteSource {
  size: number;
  packed: boolean;
  pour(take: TakeSlice): Promise<void>;
}

/** A gzip file is known by its content, not its name, and unpacked once beforehand to learn its size. */
export async function sourceOf(file: Blob): Promise<ByteSource> {
  const begin = new Uint8Array(await file.slice(0, 2).arrayBuffer().catch(refuseReading));
  if (begin[0] !== 0x1f || begin[1] !== 0x8b) {
    return { size: file.size, packed: false, pour: (take) => pourAll(file.size, reading(file), take) };
  }
  let size = 0;
  await pour(unpacking(file), async (buffer, bytes) => {
    size += bytes;
    return buffer;
  });
  return { size, packed: true, pour: (take) => pourAll(size, unpacking(file), take) };
}

/** Some bytes of a file that is not packed. */
export async function bytesOf(file: Blob, position: number, bytes: number): Promise<ArrayBuffer> {
  const part = await file
    .slice(position, position + bytes)
    .arrayBuffer()
    .catch(refuseReading);
  if (part.byteLength !== bytes)
    throw new FileRefused("E_PAGE_UNREADABLE", `${part.byteLength} of ${bytes} bytes`);
  return part;
}

/** A file that is cut while it is read ends its stream early, and the browser calls that the end. */
async function pourAll(size: number, filler: Filler, take: TakeSlice): Promise<void> {
  let given = 0;
  await pour(filler, (buffer, bytes) => {
    given += bytes;
    return take(buffer, bytes);
  });
  if (given !== size) throw new FileRefused("E_PAGE_UNREADABLE", `${given} of ${size} bytes`);
}

/** Fills buffers from a file. `fill` gives 0 bytes at the end; the buffer it gives back replaces the one it got. */
interface Filler {
  fill(buffer: ArrayBuffer): Promise<{ buffer: ArrayBuffer; bytes: number }>;
  stop(): void;
}

/**
 * Chromium may collect a stream that nothing refers to but the code which waits for its next bytes; that code would then
 * wait for ever.
 */
const pouring = new Set<Filler>();

async function pour(filler: Filler, take: TakeSlice): Promise<void> {
  let spare = emptySlice();
  let taking = Promise.resolve(emptySlice());
  pouring.add(filler);
  try {
    for (;;) {
      const { buffer, bytes } = await filler.fill(spare);
      spare = await taking;
      if (bytes === 0) return;
      taking = take(buffer, bytes);
      taking.catch(() => undefined);
    }
  } finally {
    pouring.delete(filler);
    filler.stop();
  }
}

function reading(file: Blob): Filler {
  const stream = file.stream();
  let reader: ReadableStreamBYOBReader;
  try {
    reader = stream.getReader({ mode: "byob" });
  } catch {
    return copying(stream.getReader(), refuseReading); // the browser's blobs stream in chunks of its own
  }
  return {
    async fill(buffer) {
      let at = 0;
      while (at < sliceBytes) {
        const { done, value } = await reader.read(new Uint8Array(buffer, at)).catch(refuseReading);
        if (value) buffer = value.buffer as ArrayBuffer;
        if (done || !value) break;
        at += value.byteLength;
      }
      return { buffer, bytes: at };
    },
    stop: () => void reader.cancel().catch(() => undefined),
  };
}

function unpacking(file: Blob): Filler {
  let given = 0;
  const capped = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      given += chunk.byteLength;
      if (given > largestInflated || (given > ratioMattersFrom && given > largestRatio * file.size)) {
        throw new FileRefused("E_GZIP_BOMB", `${given} bytes from ${file.size}`);
      }
      controller.enqueue(chunk);
    },
  });
  const unpacked = file.stream().pipeThrough(new DecompressionStream("gzip")).pipeThrough(capped);
  return copying(unpacked.getReader(), refuseUnpacking);
}

/** Fills buffers from chunks of any size. */
function copying(reader: ReadableStreamDefaultReader<Uint8Array>, refuse: (error: unknown) => never): Filler {
  let rest = new Uint8Array();
  return {
    async fill(buffer) {
      const target = new Uint8Array(buffer);
      let at = 0;
      while (at < target.length) {
        if (rest.length === 0) {
          const { done, value } = await reader.read().catch(refuse);
          if (done) break;
          rest = value as typeof rest;
        }
        const part = rest.subarray(0, target.length - at);
        target.set(part, at);
        at += part.length;
        rest = rest.subarray(part.length);
      }
      return { buffer, bytes: at };
    },
    stop: () => void reader.cancel().catch(() => undefined),
  };
}

function refuseReading(error: unknown): never {
  throw new FileRefused("E_PAGE_UNREADABLE", String(error));
}

/** A failure of unpacking is a TypeError; any other is one of reading. */
function refuseUnpacking(error: unknown): never {
  if (error instanceof FileRefused) throw error;
  if (error instanceof TypeError) throw new FileRefused("E_GZIP_DAMAGED", String(error));
  return refuseReading(error);
}
