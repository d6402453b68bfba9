#!/usr/bin/env bash
# edfdecoder 0.1.2 (npm): the start of a recording.
#
# Expected: an EDF header with the date 15.03.26 and the time 10.00.00 is 15 March 2026 (EDF+: years 85-99 are 19yy,
# 00-84 are 20yy).
# Seen (2026-11-28): the fields go to JavaScript's Date as they stand. Its months count from 0 and its years below 100 mean
# 19yy, so that the start is 15 April 1926; and the 31st of a month before one of 30 days lands in the month after that. An
# age or an interval between visits that is computed from it is wrong, by days that depend on the months.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error edfdecoder@0.1.2 >/dev/null
cat >try.cjs <<'JS'
const { EdfDecoder } = require("edfdecoder");

const pad = (text, size) => String(text).padEnd(size);
function start(date) {
  const header =
    pad("0", 8) + pad("X", 80) + pad("X", 80) + date + "10.00.00" + pad(512, 8) + pad("", 44) + pad(1, 8) + pad(1, 8) + pad(1, 4) +
    pad("ECG", 16) + pad("", 80) + pad("uV", 8) + pad(-100, 8) + pad(100, 8) + pad(-2048, 8) + pad(2047, 8) + pad("", 80) +
    pad(4, 8) + pad("", 32);
  const file = Buffer.concat([Buffer.from(header, "latin1"), Buffer.alloc(8)]);
  const decoder = new EdfDecoder();
  decoder.setInput(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  decoder.decode();
  const at = decoder.getOutput().getRecordingStartDate();
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}
const first = start("15.03.26"), second = start("31.03.26");
console.log(first, second);
JS
seen=$(node try.cjs)
echo "edfdecoder 0.1.2, recordings of 15.03.26 and 31.03.26"
echo "expected: 2026-03-15 2026-03-31"
echo "seen:     $seen"
[ "$seen" = "1926-04-15 1926-05-01" ] || { echo "This has changed." >&2; exit 1; }
