#!/usr/bin/env bash
# edfjs 0.6.0 (npm) on a valid EDF+ file with two signals named "EDF Annotations".
#
# Expected: EDF+ (Kemp & Olivan 2003, 2.2) allows several annotation signals, and writers use them when one does not hold
# all that happened in a record. A reader that lists annotations lists those of every such signal.
# Seen (2026-11-28): channels are kept by label, so that the later signal replaces the earlier one, and only the
# annotations of the last signal are listed. Nothing is said. Phases of a protocol that stand in the first are lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error edfjs@0.6.0 >/dev/null
cat >try.mjs <<'JS'
import { EDF } from "edfjs/src/index.js";

const pad = (text, size) => String(text).padEnd(size);
const signals = ["ECG", "EDF Annotations", "EDF Annotations"];
const each = (size, value) => signals.map((label) => pad(value(label), size)).join("");
const isText = (label) => label === "EDF Annotations";
const header =
  pad("0", 8) + pad("X X X X", 80) + pad("Startdate 15-MAR-2026 X X X", 80) + "15.03.2610.00.00" +
  pad(256 * (signals.length + 1), 8) + pad("EDF+C", 44) + pad(1, 8) + pad(1, 8) + pad(signals.length, 4) +
  each(16, (label) => label) + each(80, () => "") + each(8, (label) => (isText(label) ? "" : "uV")) +
  each(8, (label) => (isText(label) ? -1 : -100)) + each(8, (label) => (isText(label) ? 1 : 100)) +
  each(8, () => -32768) + each(8, () => 32767) + each(80, () => "") + each(8, () => 30) + each(32, () => "");
const record = Buffer.alloc(3 * 60);
record.write("+0\x14\x14\0+0.25\x14still-face begins\x14\0", 60, "latin1");
record.write("+0.75\x14infant looks away\x14\0", 120, "latin1");
const file = Buffer.concat([Buffer.from(header, "latin1"), record]);

const edf = new EDF();
edf.read_buffer(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
console.log(edf.annotations.flatMap((annotation) => annotation.label).filter((label) => label !== "").join("; "));
JS
seen=$(node try.mjs)
echo "edfjs 0.6.0, two annotation signals that hold \"still-face begins\" and \"infant looks away\""
echo "expected: both"
echo "seen:     $seen"
[ "$seen" = "infant looks away" ] || { echo "This has changed." >&2; exit 1; }
