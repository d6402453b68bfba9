// What a file is that was dropped or chosen: told by what is in it. Names count for recordings alone, whose damage their
// reader explains.
import type { Opened } from "#report";
import type { Failure } from "../worker/protocol";
import { failureOf } from "./failures";
import { decoded, largestTableBytes } from "./table-text";

export type Arrived = { file: File } & (
  | { kind: "recording" | "video" }
  | { kind: "coded-here"; text: string }
  | { kind: Opened["kind"]; text: string }
  | { kind: "refused"; failure: Failure }
);

export const recordingName = /\.(edf|bdf|rec)(\.gz)?$/i;

/** Asks the core what a text is. */
type Ask = (name: "openedKind", text: string) => Promise<Opened>;

/** How a file of the Code screen's own begins. */
const codedHere = '{"attune":"coding"';

/** WebM and Matroska, MP4 and MOV, AVI; whether the browser plays it is another question. */
const isVideo = (file: File, head: string): boolean =>
  file.type.startsWith("video/") ||
  head.startsWith("\x1aE\xdf\xa3") ||
  head.slice(4, 8) === "ftyp" ||
  head.slice(8, 12) === "AVI ";

const packedMark = "\x1f\x8b";
const recordingMarks = ["0       ", "\xffBIOSEMI", packedMark];
/** Of a file that is no text, as much tells its program. */
const enoughBytes = 64 * 1024;

export async function whatIs(file: File, ask: Ask): Promise<Arrived> {
  if (recordingName.test(file.name)) return { kind: "recording", file };
  try {
    const head = latin(await file.slice(0, enoughBytes).arrayBuffer());
    if (recordingMarks.some((mark) => head.startsWith(mark))) return { kind: "recording", file };
    if (isVideo(file, head)) return { kind: "video", file };
    // A page or a saved report may be of any size.
    const isSaved = /^\s*[{<]/.test(head);
    if (file.size > largestTableBytes && !isSaved) return refused(file, "E_TABLE_LARGE");
    const text = isBinary(head) ? head : decoded(await file.arrayBuffer());
    if (text.startsWith(codedHere)) return { kind: "coded-here", file, text };
    return { ...(await ask("openedKind", text)), file, text };
  } catch (error) {
    if (error instanceof DOMException) return refused(file, "E_PAGE_UNREADABLE");
    return { kind: "refused", file, failure: failureOf(error) };
  }
}

/** Texts hold no zero byte, but for those of UTF-16, which begin with their mark. */
const isBinary = (head: string): boolean => head.includes("\0") && !/^(\xff\xfe|\xfe\xff)/.test(head);

const latin = (bytes: ArrayBuffer): string =>
  new Uint8Array(bytes).reduce((text, byte) => text + String.fromCharCode(byte), "");

const refused = (file: File, code: string): Arrived => ({
  kind: "refused",
  file,
  failure: { code, message: "", where: "" },
});
