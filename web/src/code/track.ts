// A track: what holds from each change on, until the next. Codes of one track can so neither overlap nor run backwards,
// and where nothing was coded there is a change to nothing. Every edit gives a new track and leaves the old one alone; an
// edit that changes nothing gives the same track back.

/** From `at_s` on `code` holds; "" is nothing coded. */
export interface Change {
  at_s: number;
  code: string;
  note: string;
}

export type Track = Change[];

/** A code with its beginning and its end; null: it has not ended yet. `index` is its change's place in the track. */
export interface Span {
  index: number;
  code: string;
  start_s: number;
  end_s: number | null;
  note: string;
}

export interface Stretch {
  start_s: number;
  end_s: number;
}

/** Tables keep milliseconds: what is nearer is one time. */
export const nearest_s = 0.0005;

/** Everything that was coded, in order of time. */
export function spansOf(track: Track): Span[] {
  const spans: Span[] = [];
  for (const [index, { at_s, code, note }] of track.entries())
    if (code !== "") spans.push({ index, code, start_s: at_s, end_s: track[index + 1]?.at_s ?? null, note });
  return spans;
}

/** The place of the change that holds at a time; −1 before the first. */
function placeAt(track: Track, at_s: number): number {
  let [low, high] = [0, track.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((track[middle]?.at_s ?? 0) <= at_s + nearest_s) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const codeAt = (track: Track, at_s: number): string => track[placeAt(track, at_s)]?.code ?? "";

/** From `at_s` until the next change this code holds; "" ends what holds there. */
export function begin(track: Track, at_s: number, code: string): Track {
  const place = placeAt(track, at_s);
  if (codeAt(track, at_s) === code) return track;
  const isThere = Math.abs((track[place]?.at_s ?? -1) - at_s) <= nearest_s;
  const kept = isThere ? place : place + 1;
  const before = track.slice(0, kept);
  const after = track.slice(place + 1);
  return joined(
    [...before, { at_s: isThere ? (track[place]?.at_s ?? at_s) : at_s, code, note: "" }, ...after],
    kept,
  );
}

/** This code holds from one time to another, whatever was there; after it goes on what would have been there then. */
export function put(track: Track, start_s: number, end_s: number, code: string): Track {
  if (!(end_s > start_s + nearest_s)) return track;
  const later = placeAt(track, end_s);
  const holds = track[later];
  const isThere = holds !== undefined && holds.at_s >= end_s - nearest_s;
  const after = isThere ? holds : { at_s: end_s, code: holds?.code ?? "", note: "" };
  const before = track.filter(({ at_s }) => at_s < start_s - nearest_s);
  const kept = [...before, { at_s: start_s, code, note: "" }, after, ...track.slice(later + 1)];
  return joined(kept, before.length);
}

/** Moves the change at `index`, not past its neighbours: `least_s` stay between them. */
export function moveChange(track: Track, index: number, to_s: number, least_s: number): Track {
  const change = track[index];
  if (!change) return track;
  const low = index > 0 ? (track[index - 1]?.at_s ?? 0) + least_s : 0;
  const high = (track[index + 1]?.at_s ?? Infinity) - least_s;
  const at_s = Math.min(Math.max(to_s, low), high);
  if (low > high || Math.abs(at_s - change.at_s) <= nearest_s) return track;
  return track.map((one, place) => (place === index ? { ...one, at_s } : one));
}

/** Moves where the span at `index` ends; one that has not ended yet ends there. */
export function moveEnd(track: Track, index: number, to_s: number, least_s: number): Track {
  const change = track[index];
  if (!change || change.code === "") return track;
  if (track[index + 1]) return moveChange(track, index + 1, to_s, least_s);
  return [...track, { at_s: Math.max(to_s, change.at_s + least_s), code: "", note: "" }];
}

/** Two spans of one code where there was one. */
export function split(track: Track, at_s: number): Track {
  const place = placeAt(track, at_s);
  const change = track[place];
  if (!change || change.code === "" || Math.abs(change.at_s - at_s) <= nearest_s) return track;
  return [...track.slice(0, place + 1), { ...change, at_s, note: "" }, ...track.slice(place + 1)];
}

/** The span at `index` lasts through what comes after it, if that is coded; its code wins. */
export function joinNext(track: Track, index: number): Track {
  const [change, next] = [track[index], track[index + 1]];
  if (!change || change.code === "" || !next || next.code === "") return track;
  const note = [change.note, next.note].filter(Boolean).join("; ");
  return joined([...track.slice(0, index), { ...change, note }, ...track.slice(index + 2)], index);
}

/** Nothing is coded any more where the span at `index` was. */
export function removeSpan(track: Track, index: number): Track {
  const change = track[index];
  if (!change || change.code === "") return track;
  return joined(
    track.map((one, place) => (place === index ? { ...one, code: "", note: "" } : one)),
    index,
  );
}

export function relabel(track: Track, index: number, code: string): Track {
  if (!track[index] || track[index]?.code === code) return track;
  return track.map((one, place) => (place === index ? { ...one, code } : one));
}

export function annotate(track: Track, index: number, note: string): Track {
  if (!track[index] || track[index]?.note === note) return track;
  return track.map((one, place) => (place === index ? { ...one, note } : one));
}

/** The change at `index` goes where it says what held already, and so does the one after it. */
function joined(track: Track, index: number): Track {
  const same = (place: number) => (track[place - 1]?.code ?? "") === track[place]?.code;
  return track.filter(
    ({ note }, place) => !((place === index || place === index + 1) && note === "" && same(place)),
  );
}

/** Where nothing is coded between two times. */
export function gapsIn(track: Track, start_s: number, end_s: number): Stretch[] {
  const gaps: Stretch[] = [];
  let from = start_s;
  for (const span of spansOf(track)) {
    if (span.start_s >= end_s) break;
    if (span.start_s > from + nearest_s) gaps.push({ start_s: from, end_s: span.start_s });
    from = Math.max(from, span.end_s ?? end_s);
  }
  if (from < end_s - nearest_s) gaps.push({ start_s: from, end_s });
  return gaps;
}

/** Whether what holds at a time is the last of the track. */
export const isNothingAfter = (track: Track, at_s: number): boolean =>
  placeAt(track, at_s) === track.length - 1;
