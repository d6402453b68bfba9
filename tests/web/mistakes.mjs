// Ways in which a technician can be wrong, each made on a simulated recording: the bytes that the page is then given.
import { simulatedVisit } from "./recordings.mjs";

/** Widths of a signal's header fields, in their order; each field of all signals stands together. */
const widths = {
  label: 16,
  transducer: 80,
  unit: 8,
  physicalLow: 8,
  physicalHigh: 8,
  digitalLow: 8,
  digitalHigh: 8,
  filters: 80,
  samples: 8,
  reserved: 32,
};
const eegChannels = 10;
const ecg = 10;

/** An EDF+ file as its header's fields and the samples of a second, to be changed in place. */
class Recording {
  constructor(bytes) {
    this.bytes = bytes;
    this.signals = Number(this.fixed(252, 4));
    this.headerBytes = 256 * (1 + this.signals);
    this.seconds = Number(this.fixed(236, 8));
    const counts = Array.from({ length: this.signals }, (_, signal) => Number(this.field("samples", signal)));
    this.counts = counts;
    this.starts = counts.map((_, signal) => counts.slice(0, signal).reduce((sum, count) => sum + count, 0));
    this.perRecord = counts.reduce((sum, count) => sum + count, 0);
  }

  fixed(at, width) {
    return this.bytes.toString("latin1", at, at + width).trim();
  }

  setFixed(at, width, text) {
    this.bytes.write(String(text).padEnd(width).slice(0, width), at, "latin1");
  }

  place(name, signal) {
    let at = 256;
    for (const [field, width] of Object.entries(widths)) {
      if (field === name) return [at + signal * width, width];
      at += width * this.signals;
    }
    throw new Error(name);
  }

  field(name, signal) {
    return this.fixed(...this.place(name, signal));
  }

  set(name, signal, text) {
    this.setFixed(...this.place(name, signal), text);
  }

  /** Where a sample stands in the file. */
  at(signal, second, sample) {
    return this.headerBytes + 2 * (second * this.perRecord + this.starts[signal] + sample);
  }

  /** Puts value(sample as stored, time) in place of each sample from one second to another. */
  change(signal, value, from = 0, to = this.seconds) {
    const count = this.counts[signal];
    for (let second = from; second < to; second++)
      for (let sample = 0; sample < count; sample++) {
        const at = this.at(signal, second, sample);
        const made = Math.round(value(this.bytes.readInt16LE(at), second + sample / count));
        this.bytes.writeInt16LE(Math.max(-32768, Math.min(32767, made)), at);
      }
  }

  /** Takes the annotations from one second to the end, or puts others in their place: [start, length, text]. */
  annotate(annotations) {
    const signal = this.signals - 1;
    for (let second = 0; second < this.seconds; second++) {
      const at = this.at(signal, second, 0);
      const marks = annotations
        .filter(([start]) => Math.floor(start) === second)
        .map(
          ([start, length, text]) => `+${start}${length === null ? "" : `\x15${length}`}\x14${text}\x14\0`,
        );
      const text = `+${second}\x14\x14\0${marks.join("")}`;
      this.bytes.fill(0, at, at + 2 * this.counts[signal]);
      this.bytes.write(text, at, "latin1");
    }
  }
}

/** The simulated visit, changed. */
async function visit(index, change = () => {}) {
  const recording = new Recording(Buffer.from(await simulatedVisit("improved", index)));
  return change(recording) ?? recording.bytes;
}

const everyEeg = Array.from({ length: eegChannels }, (_, signal) => signal);
const sites = ["F3", "F4", "F7", "F8", "C3", "C4", "P3", "P4", "Fz", "Cz"];

const named = (patient) => (recording) => {
  recording.setFixed(8, 80, patient);
};
const against = (reference) => (recording) => {
  for (const signal of everyEeg) recording.set("label", signal, `EEG ${sites[signal]}-${reference}`);
};

/** The same recording at another time. */
const dated = (day) => (recording) => {
  recording.setFixed(168, 8, day);
  const header = recording.fixed(88, 80);
  const [date, month] = [day.slice(0, 2), ["MAR", "MAY"][day.slice(3, 5) === "03" ? 0 : 1]];
  recording.setFixed(88, 80, header.replace(/\d\d-[A-Z]{3}/, `${date}-${month}`));
};

/** The two recordings of each mistake. */
export const mistakes = {
  none: async () => [await visit(1, dated("04.03.24")), await visit(1)],
  "wrong visit order": async () => [await visit(1), await visit(0)],
  "wrong person": async () => [
    await visit(0, named("K-017 F 02-OCT-2023 X")),
    await visit(1, named("K-018 M 11-NOV-2023 X")),
  ],
  "wrong unit": async () => [
    await visit(0),
    await visit(1, (recording) => {
      for (const signal of everyEeg) {
        recording.set("physicalLow", signal, "-0.8");
        recording.set("physicalHigh", signal, "0.8");
      }
    }),
  ],
  "another reference": async () => [await visit(0, against("A2")), await visit(1, against("Cz"))],
  "inverted ECG": async () => [
    await visit(0),
    await visit(1, (recording) => recording.change(ecg, (stored) => -stored)),
  ],
  "heart in the EEG box": async () => [
    await visit(0),
    await visit(1, (recording) => {
      recording.set("label", ecg, "EEG T7");
    }),
  ],
  "half the file": async () => [
    await visit(0),
    await visit(1, ({ bytes, headerBytes }) =>
      bytes.subarray(0, headerBytes + (bytes.length - headerBytes) / 2),
    ),
  ],
  "calibration at the start": async () => [
    await visit(0),
    await visit(1, (recording) => {
      // 100 µV at 10 Hz for a minute, in every channel of the box.
      const sine = (_, time) => 4096 * Math.sin(2 * Math.PI * 10 * time);
      for (const signal of everyEeg) recording.change(signal, sine, 0, 60);
    }),
  ],
  paused: async () => [
    await visit(0),
    await visit(1, (recording) => {
      // Half a minute between two records that the file does not hold.
      recording.setFixed(192, 44, "EDF+D");
      const signal = recording.signals - 1;
      for (let second = 0; second < recording.seconds; second++) {
        const at = recording.at(signal, second, 0);
        const old = recording.bytes.toString("latin1", at, at + 2 * recording.counts[signal]);
        const later = second < 60 ? second : second + 30;
        const text = old.replace(/\0+$/, "\0").replace(`+${second}\x14\x14`, `+${later}\x14\x14`);
        recording.bytes.fill(0, at, at + 2 * recording.counts[signal]);
        recording.bytes.write(text, at, "latin1");
      }
    }),
  ],
  clipped: async () => [
    await visit(0),
    await visit(1, (recording) => {
      const limit = (highest) => (stored) => Math.max(-highest, Math.min(highest, stored));
      for (const signal of everyEeg) recording.change(signal, limit(600));
      recording.change(ecg, limit(1500));
    }),
  ],
  filtered: async () => [
    await visit(0),
    await visit(1, (recording) => {
      for (const signal of everyEeg) recording.set("filters", signal, "HP:0.5Hz LP:8Hz N:50Hz");
    }),
  ],
  "phases missing": async () => [await visit(0), await visit(1, (recording) => recording.annotate([]))],
};
