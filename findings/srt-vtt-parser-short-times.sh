#!/usr/bin/env bash
# @plussub/srt-vtt-parser 2.0.5 (npm): codes in a WebVTT file whose times have no hours.
#
# Expected: WebVTT lets hours be left out (00:01.000), and settings may follow the times (line:90%, align:start). With either, and with
# both, a look from 1 to 3.5 s has the end 3500 ms.
# Seen (2026-11-30): each alone is right, with both the end is wrong: 00:03.500 line:90% ends at 180090 ms, after three minutes, and with
# align:start it is NaN: the setting's colon is counted as one of the time's, and its number as the seconds. Start, text and number of
# codes are right, the time spent looking is minutes too long. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @plussub/srt-vtt-parser@2.0.5 >/dev/null
cat >try.mjs <<'JS'
import { parse } from "@plussub/srt-vtt-parser";
const short = "00:01.000 --> 00:03.500";
const long = "00:00:01.000 --> 00:00:03.500";
for (const times of [short, `${long} line:90%`, `${short} line:90%`, `${short} position:10%`, `${short} align:start`]) {
  const [{ from, to, text }] = parse(`WEBVTT\n\n${times}\nlook\n`).entries;
  console.log(`${times}: ${text} from ${from} to ${to}`);
}
JS
seen=$(node try.mjs)
echo "@plussub/srt-vtt-parser 2.0.5, a look of two and a half seconds, in ms"
echo "$seen"
echo "expected: from 1000 to 3500 in each line"
[ "$seen" = "00:01.000 --> 00:03.500: look from 1000 to 3500
00:00:01.000 --> 00:00:03.500 line:90%: look from 1000 to 3500
00:01.000 --> 00:03.500 line:90%: look from 1000 to 180090
00:01.000 --> 00:03.500 position:10%: look from 1000 to 180010
00:01.000 --> 00:03.500 align:start: look from 1000 to NaN" ] || { echo "This has changed." >&2; exit 1; }
