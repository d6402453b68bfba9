// Texts that web/build.mjs puts in at build time.
declare module "attune:wasm" {
  /** The core's WebAssembly, packed as XZ, as base64. */
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
