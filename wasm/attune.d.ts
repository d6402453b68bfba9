// What wasm/bindings.cpp exports. Everything structured crosses as JSON text in one of two shapes:
// {"value": …} or {"error": {"code", "message", "where"}}; the page's types come from schema().

/** One recording while it is read and after. Holds wasm memory: call delete() when done. */
export interface Recording {
  /** Room for the next `bytes` bytes of the file. Fill it, then call push(bytes). Valid until the next call. */
  buffer(bytes: number): Uint8Array;
  /** Takes the next `bytes` bytes from the buffer. Empty text, or the error as JSON. */
  push(bytes: number): string;
  /** Call after the last byte. Empty text, or the error as JSON. */
  finish(): string;
  /** {"value": Visit} of the recording under these settings, or {"error"}. No second read of the file. */
  visit(settings: string, options: string): string;
  delete(): void;
}

/** A copy of a recording without the identity in its header, made while it is read. call delete() when done. */
export interface AnonymousCopy {
  /** Room for the next `bytes` bytes of the file, as for Recording. */
  buffer(bytes: number): Uint8Array;
  /** Takes the next `bytes` bytes from the buffer. Empty text, or the error as JSON. */
  push(bytes: number): string;
  /** What was written to the copy since the last call. */
  take(): Uint8Array;
  /** Call after the last byte, then take() once more. {"value": AnonymousCopyResult} or {"error"}. */
  finish(): string;
  delete(): void;
}

/** A simulated visit: the EDF+ file and what is true of it. */
export interface ExampleVisit {
  label: string;
  ageMonths: number;
  bytes: Uint8Array;
  /** The simulator's truth as JSON. */
  truth: string;
}

export interface AttuneModule {
  /** Version of the core. */
  version(): string;
  /** JSON Schema (draft 2020-12) of Report, Visit and Settings. */
  schema(): string;
  /** Default settings as JSON. */
  defaultSettings(): string;
  Recording: new (fileBytes: number, settings: string) => Recording;
  /** `options` is DeidentifyOptions as JSON. */
  AnonymousCopy: new (
    fileBytes: number,
    options: string,
  ) => AnonymousCopy;
  /** {"value": Report} from an array of Visit, or {"error"}. */
  compare(visits: string, settings: string): string;
  /** The recording of one simulated visit (scenarios: improved, unchanged, short, mixed); null past the last visit. */
  exampleVisit(scenario: string, seed: number, visit: number): ExampleVisit | null;
  /** How many visits the scenario has. */
  exampleVisits(scenario: string): number;
}

export default function create(options: { wasmBinary: ArrayBuffer | Uint8Array }): Promise<AttuneModule>;
