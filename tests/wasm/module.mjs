// Loads the page's own WebAssembly artefact in Node, and reads files through it as the page does.
import { readFile } from "node:fs/promises";

const built = new URL("../../build/wasm/wasm/", import.meta.url);

export async function loadModule() {
  const { default: create } = await import(new URL("attune.mjs", built));
  return create({ wasmBinary: await readFile(new URL("attune.wasm", built)) });
}

/** Parses {"value"} or {"error"}; throws the error's message so that a test fails with it. */
export function unwrap(json) {
  const { value, error } = JSON.parse(json);
  if (error) throw new Error(`${error.message} (${error.code})`);
  return value;
}

/** Pushes all bytes in slices, as the worker does, and returns the finished recording. Throws the core's error. */
export function readRecording(attune, bytes, settings = attune.defaultSettings(), sliceBytes = 1 << 20) {
  const recording = new attune.Recording(bytes.length, settings);
  const check = (text) => {
    if (!text) return;
    recording.delete();
    const error = JSON.parse(text);
    throw Object.assign(new Error(error.message), error);
  };
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    recording.buffer(slice.length).set(slice);
    check(recording.push(slice.length));
  }
  check(recording.finish());
  return recording;
}
