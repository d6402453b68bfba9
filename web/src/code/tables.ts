// What was coded as tables that other programs open, and Attune again (core/behavior/code_*.cpp reads each). Times are those
// of the video's clock, to the millisecond.
//
// | table        | columns as                                                                                        |
// |--------------|---------------------------------------------------------------------------------------------------|
// | BORIS        | "tabular events" of version 9.12.3 (June 2026) and of all from 8.22 on                            |
// |              | (boris/export_observation.py, export_tabular_events, at github.com/olivierfriard/BORIS)           |
// | ELAN         | "tab-delimited text" with the names of columns, times as hh:mm:ss.ms and ss.msec                  |
// | Datavyu      | the spreadsheet exported as CSV by cell: column.ordinal, .onset, .offset in ms, .code01           |
// | BIDS         | events.tsv: onset, duration, trial_type; onsets on the recording's clock, if that is known        |
// | plain        | onset, offset, code, tier, note: what the report is formed from                                   |
import { type Book, type Coder, nameOf, type PointEvent } from "./book";
import { usualRate } from "./frames";
import { type Span, type Stretch, spansOf } from "./track";

/** One line: a point where `end_s` is null. */
export interface Row {
  tier: "infant" | "phase" | "event";
  code: string;
  start_s: number;
  end_s: number | null;
  note: string;
}

export const formats = ["boris", "elan", "datavyu", "bids"] as const;
export type Format = (typeof formats)[number];

export const endings: Record<Format, string> = {
  boris: "boris.tsv",
  elan: "elan.txt",
  datavyu: "datavyu.csv",
  bids: "events.tsv",
};

/** All that a coder coded, in order of time, as tables name it; the phases are the first coder's for both. */
export function rowsOf({ set, sheets }: Book, coder: Coder): Row[] {
  const lasting = (tier: Row["tier"], codes: Book["set"]["states"]) => (span: Span) =>
    ended({ ...span, tier, code: nameOf(codes, span.code) });
  const point = ({ at_s, code, note }: PointEvent): Row => ({
    tier: "event",
    code: nameOf(set.events, code),
    start_s: at_s,
    end_s: null,
    note,
  });
  return [
    ...spansOf(sheets.a.phases).flatMap(lasting("phase", set.phases)),
    ...spansOf(sheets[coder].states).flatMap(lasting("infant", set.states)),
    ...sheets[coder].events.map(point),
  ].sort((a, b) => a.start_s - b.start_s);
}

/** What has not ended stands in no table: nobody has said how long it lasts. */
const ended = ({ tier, code, start_s, end_s, note }: Row): Row[] =>
  end_s === null ? [] : [{ tier, code, start_s, end_s, note }];

export function written(book: Book, coder: Coder, format: Format): string {
  const rows = rowsOf(book, coder);
  switch (format) {
    case "boris":
      return boris(rows, book);
    case "elan":
      return elan(rows, book.rate);
    case "datavyu":
      return datavyu(rows);
    case "bids":
      return bids(rows, book.offset_s ?? 0);
  }
}

/** The table that the report is formed from. `beyond`: stretches that were not to be coded, which nobody can compare. */
export function plain(rows: Row[], beyond: Stretch[] = []): string {
  const left: Row[] = beyond.map((one) => ({ tier: "infant", code: "unscorable", note: "", ...one }));
  const lines = [...rows, ...left].map(({ tier, code, start_s, end_s, note }) => [
    seconds(start_s),
    seconds(end_s ?? start_s),
    code,
    tier === "event" ? "infant" : tier,
    note,
  ]);
  return tabbed([["onset", "offset", "code", "tier", "note"], ...lines]);
}

const ms = (time_s: number): number => Math.round(time_s * 1000);
const seconds = (time_s: number): string => (ms(time_s) / 1000).toFixed(3);

function boris(rows: Row[], { media, rate }: Book): string {
  const columns =
    "Observation id,Observation date,Description,Observation duration,Observation type,Source,Time offset (s),Media duration (s),FPS,Subject,Behavior,Behavioral category,Behavior type,Time,Media file name,Image index,Image file path,Comment";
  const length = media ? media.length_s.toFixed(3) : "NA";
  const last = rows.reduce((end, row) => Math.max(end, row.end_s ?? row.start_s), 0);
  const lasts = media ? length : seconds(last);
  // Whoever is nobody in particular has no name there.
  const before = ["coding", "", "", lasts, media ? "Media file(s)" : "Live observation"];
  const line = (row: Row, type: string, at_s: number) => [
    ...[...before, media ? "player #1:video" : "NA", "0.000", length, rate?.toFixed(3) ?? "NA"],
    ...[row.tier === "phase" ? "" : "infant", row.code, "", type, seconds(at_s)],
    ...[media ? "video" : "NA", rate === null ? "NA" : `${Math.round(at_s * rate)}`, "NA"],
    type === "STOP" ? "" : row.note,
  ];
  const events = rows.flatMap((row) =>
    row.end_s === null
      ? [{ at_s: row.start_s, turn: 2, cells: line(row, "POINT", row.start_s) }]
      : [
          { at_s: row.start_s, turn: 1, cells: line(row, "START", row.start_s) },
          { at_s: row.end_s, turn: 0, cells: line(row, "STOP", row.end_s) },
        ],
  );
  // What stops at a moment does so before anything starts there.
  events.sort((a, b) => a.at_s - b.at_s || a.turn - b.turn);
  return tabbed([columns.split(","), ...events.map(({ cells }) => cells.map(inQuotes))]);
}

/** As Python's csv writes a cell that holds its quotes. */
const inQuotes = (cell: string): string => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell);

/** "00:02:05.000" */
function hours(time_s: number): string {
  const whole = ms(time_s);
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const rest = String(whole % 1000).padStart(3, "0");
  return `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}.${rest}`;
}

/** ELAN's annotations last: a point lasts one picture there, on a tier of its own. */
function elan(rows: Row[], rate: number | null): string {
  const times = ["Begin Time", "End Time", "Duration"].flatMap((name) => [
    `${name} - hh:mm:ss.ms`,
    `${name} - ss.msec`,
  ]);
  const lines = rows.map(({ tier, code, start_s, end_s }) => {
    const end = end_s ?? start_s + 1 / (rate ?? usualRate);
    const lasts = (ms(end) - ms(start_s)) / 1000;
    return [tier, "", ...[start_s, end, lasts].flatMap((time) => [hours(time), seconds(time)]), code];
  });
  return tabbed([["Tier", "Participant", ...times, "Annotation"], ...lines]);
}

/** Columns side by side, each with its own cells. */
function datavyu(rows: Row[]): string {
  const tiers = (["infant", "phase", "event"] as const).filter((tier) =>
    rows.some((row) => row.tier === tier),
  );
  const cells = tiers.map((tier) => rows.filter((row) => row.tier === tier));
  const heads = tiers.flatMap((tier) =>
    ["ordinal", "onset", "offset", "code01"].map((field) => `${tier}.${field}`),
  );
  const lines = Array.from({ length: Math.max(0, ...cells.map((column) => column.length)) }, (_, place) =>
    cells.flatMap((column) => {
      const cell = column[place];
      if (!cell) return ["", "", "", ""];
      const { start_s, end_s, code } = cell;
      return [`${place + 1}`, `${ms(start_s)}`, `${ms(end_s ?? start_s)}`, code];
    }),
  );
  return [heads, ...lines].map((line) => `${line.map(quoted).join(",")}\n`).join("");
}

function bids(rows: Row[], offset_s: number): string {
  const lines = rows.map(({ tier, code, start_s, end_s, note }) => [
    seconds(start_s + offset_s),
    seconds((ms(end_s ?? start_s) - ms(start_s)) / 1000),
    code,
    tier === "event" ? "infant" : tier,
    note || "n/a",
  ]);
  return tabbed([["onset", "duration", "trial_type", "tier", "note"], ...lines]);
}

const tabbed = (lines: string[][]): string =>
  lines.map((cells) => `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`).join("");

function quoted(cell: string): string {
  const text = cell.replace(/[\r\n]+/g, " ");
  return text.includes(",") ? `"${text.replaceAll('"', '""')}"` : inQuotes(text);
}
