// The text of a table's file.

/** A larger file is no table that one infant's scores or codes would be in. */
export const largestTableBytes = 32 * 1024 * 1024;

/** Tables come as UTF-8, or from spreadsheets as UTF-16 with its mark or in the Western code page. */
export function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
