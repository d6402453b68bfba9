// Edits by hand as data: each function takes the settings' edits and gives them with one thing changed. Taking back
// an edit leaves out what was added for it, so that nothing of it remains in the report's settings.
import type { BeatEdit, EditSettings, Interval, RecordingEdits } from "#report";

/** What says that two times mean the same edit: far below the distance of any two beats. */
const sameS = 1e-4;
const same = (a: number, b: number) => Math.abs(a - b) < sameS;

function of(edits: EditSettings, sha256: string): RecordingEdits {
  const own = edits.recordings.filter((recording) => recording.sha256 === sha256);
  return {
    sha256,
    beats: own.flatMap(({ beats }) => beats),
    eeg_excluded: own.flatMap(({ eeg_excluded }) => eeg_excluded),
    eeg_excluded_channels: own.flatMap(({ eeg_excluded_channels }) => eeg_excluded_channels),
  };
}

function withRecording(edits: EditSettings, changed: RecordingEdits): EditSettings {
  const others = edits.recordings.filter(({ sha256 }) => sha256 !== changed.sha256);
  const isEmpty =
    changed.beats.length === 0 &&
    changed.eeg_excluded.length === 0 &&
    changed.eeg_excluded_channels.length === 0;
  return { ...edits, recordings: isEmpty ? others : [...others, changed] };
}

export type Change = (edits: EditSettings) => EditSettings;

const withBeats =
  (sha256: string, change: (beats: BeatEdit[]) => BeatEdit[]): Change =>
  (edits) => {
    const own = of(edits, sha256);
    return withRecording(edits, { ...own, beats: change(own.beats) });
  };

export const addBeat = (sha256: string, timeS: number): Change =>
  withBeats(sha256, (beats) => [...beats, { action: "add", time_s: timeS, to_s: 0 }]);

/** `timeS`: where the beat is now. A beat that was added by hand is added elsewhere instead. */
export const moveBeat = (sha256: string, timeS: number, toS: number): Change =>
  withBeats(sha256, (beats) => {
    const added = beats.findLastIndex(({ action, time_s }) => action === "add" && same(time_s, timeS));
    if (added >= 0 && isLast(beats, added, timeS))
      return replaced(beats, added, [{ action: "add", time_s: toS, to_s: 0 }]);
    return [...beats, { action: "move", time_s: timeS, to_s: toS }];
  });

/** A beat that was added by hand is not there any more; any other is kept as removed. */
export const removeBeat = (sha256: string, timeS: number): Change =>
  withBeats(sha256, (beats) => {
    const added = beats.findLastIndex(({ action, time_s }) => action === "add" && same(time_s, timeS));
    if (added >= 0 && isLast(beats, added, timeS)) return replaced(beats, added, []);
    return [...beats, { action: "remove", time_s: timeS, to_s: 0 }];
  });

/**
 * Takes back the last edit of a beat (removed, moved), so that it is what it was before; a beat that automatic
 * editing took out counts again.
 */
export const restoreBeat = (sha256: string, timeS: number): Change =>
  withBeats(sha256, (beats) => {
    const last = beats.findLastIndex(
      ({ action, time_s, to_s }) =>
        (action === "remove" && same(time_s, timeS)) || (action === "move" && same(to_s, timeS)),
    );
    if (last >= 0) return replaced(beats, last, []);
    return [...beats, { action: "restore", time_s: timeS, to_s: 0 }];
  });

const replaced = (beats: BeatEdit[], index: number, by: BeatEdit[]): BeatEdit[] => [
  ...beats.slice(0, index),
  ...by,
  ...beats.slice(index + 1),
];

/** Whether no later edit is about the same beat. */
function isLast(beats: BeatEdit[], index: number, timeS: number): boolean {
  return !beats.slice(index + 1).some(({ action, time_s }) => action !== "exclude" && same(time_s, timeS));
}

export const excludeEcg = (sha256: string, stretch: Interval): Change =>
  withBeats(sha256, (beats) => [
    ...beats,
    { action: "exclude", time_s: stretch.start_s, to_s: stretch.end_s },
  ]);

/** Takes the ECG of a stretch back in; what is left out on either side of it stays out. */
export const restoreEcg = (sha256: string, stretch: Interval): Change =>
  withBeats(sha256, (beats) =>
    beats.flatMap((edit): BeatEdit[] => {
      if (edit.action !== "exclude") return [edit];
      const left = without({ start_s: edit.time_s, end_s: edit.to_s }, stretch);
      return left.map(({ start_s, end_s }) => ({ action: "exclude", time_s: start_s, to_s: end_s }));
    }),
  );

export const excludeEeg =
  (sha256: string, stretch: Interval): Change =>
  (edits) => {
    const own = of(edits, sha256);
    return withRecording(edits, { ...own, eeg_excluded: joined([...own.eeg_excluded, stretch]) });
  };

/** Takes the EEG of a stretch back in; what is left out on either side of it stays out. */
export const restoreEeg =
  (sha256: string, stretch: Interval): Change =>
  (edits) => {
    const own = of(edits, sha256);
    return withRecording(edits, {
      ...own,
      eeg_excluded: own.eeg_excluded.flatMap((excluded) => without(excluded, stretch)),
    });
  };

/** Leaves a whole EEG channel out, or takes it back in. */
export const excludeChannel =
  (sha256: string, label: string, excluded: boolean): Change =>
  (edits) => {
    const own = of(edits, sha256);
    const others = own.eeg_excluded_channels.filter((other) => other.toLowerCase() !== label.toLowerCase());
    return withRecording(edits, {
      ...own,
      eeg_excluded_channels: excluded ? [...others, label] : others,
    });
  };

/** What of a stretch lies outside another. */
export function without(stretch: Interval, hole: Interval): Interval[] {
  if (hole.end_s <= stretch.start_s || hole.start_s >= stretch.end_s) return [stretch];
  const before = { start_s: stretch.start_s, end_s: hole.start_s };
  const after = { start_s: hole.end_s, end_s: stretch.end_s };
  return [before, after].filter(({ start_s, end_s }) => end_s - start_s > sameS);
}

/** Stretches by start, those that touch made one. */
export function joined(stretches: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start_s - b.start_s)) {
    const last = result.at(-1);
    if (last && stretch.start_s <= last.end_s) last.end_s = Math.max(last.end_s, stretch.end_s);
    else result.push({ ...stretch });
  }
  return result;
}
