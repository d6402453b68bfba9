// Texts that web/build.mjs puts in at build time.
declare module "attune:wasm" {
  /** The core's WebAssembly, packed as LZMA, as base64. */
  const text: string;
  export default text;
}
declare module "attune:worker" {
  /** Source of the worker as one classic script. */
  const text: string;
  export default text;
}
declare module "attune:page" {
  /** The page's own text with holes for report, style, script and their hashes. */
  const text: string;
  export default text;
}
// Parts of the package lzma1 that its own entry does not give singly.
declare module "lzma1/streams" {
  export class InputBuffer {
    constructor(bytes: Uint8Array);
  }
  export class OutputBuffer {
    constructor(capacity: number);
    toArray(): Uint8Array<ArrayBuffer>;
  }
}
declare module "lzma1/decoder" {
  import type { InputBuffer, OutputBuffer } from "lzma1/streams";
  export class Decoder {
    decompress(input: InputBuffer, output: OutputBuffer): void;
  }
}
