// Loads the page's own WebAssembly artefact in Node, and reads files through it as the page does.
import assert from "node:assert/strict";
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
export function readRecording(
  attune,
  bytes,
  settings = attune.defaultSettings(),
  sliceBytes = 1 << 20,
  options = {},
) {
  const recording = new attune.Recording(bytes.length, settings, "[]", JSON.stringify(options));
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

/**
 * Every number of both trees within 1e-12 of each other, relative to the larger of it and 1. What is said comes from the
 * module in French too.
 */
export function assertSame(native, wasm, path = "report") {
  if (typeof native === "number" && typeof wasm === "number") {
    const scale = Math.max(1, Math.abs(native));
    assert.ok(Math.abs(native - wasm) <= 1e-12 * scale, `${path}: native ${native}, wasm ${wasm}`);
  } else if (native !== null && typeof native === "object") {
    const names = Object.keys(wasm ?? {}).filter((name) => name !== "fr" || name in native);
    assert.deepEqual(names, Object.keys(native), path);
    for (const key of Object.keys(native)) assertSame(native[key], wasm[key], `${path}.${key}`);
  } else {
    assert.equal(wasm, native, path);
  }
}
