// Texts that web/build.mjs puts in at build time.
declare module "attune:wasm" {
  /** The core's WebAssembly, gzipped, as base64. */
  const text: string;
  export default text;
}
declare module "attune:worker" {
  /** Source of the worker as one classic script. */
  const text: string;
  export default text;
}
