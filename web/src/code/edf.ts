// What was coded as EDF+ annotations, for programs that show recordings: a file of annotations alone (Kemp and Olivan 2003,
// section 2.2), as EDF+C with one signal "EDF Annotations". It says nothing of whom or when it is; times are the video's, or
// the recording's where its clock is known.
import type { NewAnnotation } from "#report";
import type { Book, Coder } from "./book";
import { type Row, rowsOf } from "./tables";

/** A data record holds at most so many bytes, as the format recommends. */
const recordBytes = 61_440;

export function edfAnnotations(book: Book, coder: Coder): Uint8Array<ArrayBuffer> {
  const offset_s = book.offset_s ?? 0;
  const lists = rowsOf(book, coder).map((row) => annotation(row, offset_s));
  const records = packed(lists);
  const bytes = Math.max(...records.map((record) => record.length));
  const size = bytes + (bytes % 2);
  const file = new Uint8Array(512 + records.length * size);
  file.set(new TextEncoder().encode(header(records.length, size / 2)));
  for (const [place, record] of records.entries()) file.set(record, 512 + place * size);
  return file;
}

/** The same for a copy of the recording, on its clock; null: how the video's clock stands to it is not known. */
export function annotationsOf(book: Book, coder: Coder): NewAnnotation[] | null {
  const { offset_s } = book;
  if (offset_s === null) return null;
  const seconds = (time_s: number) => Math.round(time_s * 1000) / 1000;
  return rowsOf(book, coder).map(({ start_s, end_s, code }) => ({
    onset_s: seconds(start_s + offset_s),
    duration_s: end_s === null ? null : seconds(seconds(end_s) - seconds(start_s)),
    text: code,
  }));
}

/** "+12.04␕3.2␔protest␔␀" */
function annotation({ start_s, end_s, code }: Row, offset_s: number): Uint8Array {
  const onset = Math.round((start_s + offset_s) * 1000) / 1000;
  const lasts =
    end_s === null
      ? ""
      : `\x15${((Math.round(end_s * 1000) - Math.round(start_s * 1000)) / 1000).toFixed(3)}`;
  const text = [...code].map((sign) => (sign < " " ? " " : sign)).join("");
  return new TextEncoder().encode(
    `${onset < 0 ? "-" : "+"}${Math.abs(onset).toFixed(3)}${lasts}\x14${text}\x14\0`,
  );
}

/** Records of at most the size, each beginning with the time that it is of. */
function packed(lists: Uint8Array[]): Uint8Array[] {
  const time = new TextEncoder().encode("+0\x14\x14\0");
  const records: number[][] = [[...time]];
  for (const list of lists) {
    if ((records.at(-1)?.length ?? 0) + list.length > recordBytes) records.push([...time]);
    records.at(-1)?.push(...list);
  }
  return records.map((record) => Uint8Array.from(record));
}

function header(records: number, samples: number): string {
  const fields: [string | number, number][] = [
    ...([
      ["0", 8],
      ["X X X X", 80],
      ["Startdate X X X X", 80],
      ["01.01.85", 8],
      ["00.00.00", 8],
    ] as [string, number][]),
    ...([
      [512, 8],
      ["EDF+C", 44],
      [records, 8],
      ["0", 8],
      [1, 4],
    ] as [string | number, number][]),
    ...([
      ["EDF Annotations", 16],
      ["", 80],
      ["", 8],
      ["-1", 8],
      ["1", 8],
    ] as [string, number][]),
    ...([
      ["-32768", 8],
      ["32767", 8],
      ["", 80],
      [samples, 8],
      ["", 32],
    ] as [string | number, number][]),
  ];
  return fields.map(([value, width]) => String(value).padEnd(width)).join("");
}
