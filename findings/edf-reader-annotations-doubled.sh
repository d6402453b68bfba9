#!/usr/bin/env bash
# @epicurrents/edf-reader 0.2.0-0 (npm): the annotations of an EDF+ recording with two signals named "EDF Annotations".
#
# Expected: EDF+ (2.2) allows several annotation signals. What is marked once, in whichever of them, is in the list once; and a pause of
# an interrupted recording (EDF+D) is found as with one such signal.
# Seen (2026-12-01): with two signals each annotation is there twice, with three up to four times: what the later signal adds to the
# record's list is the list itself, once more. What stands in the later signal has a duration of -1 s in place of none. A code's count and
# the time that is spent in it double in the files that have a second signal, and only in those. Of two pauses of ten seconds only the
# first is told, as it is reckoned twice. With one signal all is right, but for the list's length, which also counts an empty place for
# each data record. Nothing is said of doubled annotations.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @epicurrents/edf-reader@0.2.0-0 @epicurrents/core@0.2.0-1 \
  esbuild@0.25.0 >/dev/null
cat >try.mjs <<'JS'
import EdfDecoder from "./node_modules/@epicurrents/edf-reader/dist/edf/EdfDecoder.js";
function recording(annotationSignals) {
  const signals = [["F3", "uV", -100, 100, 10], ...Array(annotationSignals).fill(["EDF Annotations", "", -1, 1, 30])];
  const each = (size, value) => signals.map((signal) => String(value(signal)).padEnd(size)).join("");
  const header =
    "0".padEnd(8) + "X X X X".padEnd(80) + "Startdate 15-MAR-2026 X X X".padEnd(80) + "15.03.2610.00.00" +
    String(256 * (signals.length + 1)).padEnd(8) + "EDF+D".padEnd(44) + "9".padEnd(8) + "1".padEnd(8) + String(signals.length).padEnd(4) +
    each(16, (s) => s[0]) + each(80, () => "") + each(8, (s) => s[1]) + each(8, (s) => s[2]) + each(8, (s) => s[3]) +
    each(8, () => -32768) + each(8, () => 32767) + each(80, () => "") + each(8, (s) => s[4]) + each(32, () => "");
  const parts = [Buffer.from(header, "latin1")];
  for (let record = 0; record < 9; record++) {
    parts.push(Buffer.alloc(20));
    for (let signal = 0; signal < annotationSignals; signal++) {
      const at = record + 10 * Math.floor(record / 3); // pauses after three seconds, and after six
      const notes = [
        signal === 0 ? `+${at}\x14\x14\0` : "",
        record === 1 && signal === 0 ? "+1.2\x150.5\x14look\x14\0" : "",
        record === 2 && signal === annotationSignals - 1 ? "+2.5\x14cry\x14\0" : "",
      ];
      parts.push(Buffer.from(notes.join("").padEnd(60, "\0"), "latin1"));
    }
  }
  return new Uint8Array(Buffer.concat(parts)).buffer;
}
console.warn = () => {};
for (const annotationSignals of [1, 2, 3]) {
  const decoder = new EdfDecoder(recording(annotationSignals));
  const header = decoder.decodeHeader();
  const { annotations, dataGaps } = decoder.decodeData(header);
  const listed = annotations.filter(Boolean).map(({ label, start, duration }) => `${label} at ${start} for ${duration}`);
  const pauses = [...dataGaps].map(([at, length]) => `${length} s at ${at}`);
  console.log(`${annotationSignals}: ${listed.join(", ")}; pauses ${pauses.join(", ")}`);
}
JS
node_modules/.bin/esbuild try.mjs --bundle --platform=node --outfile=try.cjs --log-level=error
seen=$(node try.cjs)
echo "@epicurrents/edf-reader 0.2.0-0, a look and a cry in a recording of 1, 2 and 3 annotation signals"
echo "$seen"
echo "expected: the same in each line"
[ "$seen" = "1: look at 1.2 for 0.5, cry at 2.5 for 0; pauses 10 s at 3, 10 s at 6
2: look at 1.2 for 0.5, look at 1.2 for 0.5, cry at 2.5 for -1, cry at 2.5 for -1; pauses 10 s at 3
3: $(printf 'look at 1.2 for 0.5, %.0s' 1 2 3 4)cry at 2.5 for -1, cry at 2.5 for -1; pauses 10 s at 3" ] || {
  echo "This has changed." >&2
  exit 1
}
