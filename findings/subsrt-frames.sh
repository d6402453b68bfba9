#!/usr/bin/env bash
# subsrt-ts 2.1.2 and subsrt 1.1.1 (npm): coded behaviour as subtitles that count in frames (MicroDVD, .sub).
#
# Expected: {25}{75}look is shown from frame 25 to frame 75, as MicroDVD has it, and with fps: 25 that is from 1 to 3 s; what goes from 1 to
# 3 s in SRT becomes {25}{75}.
# Seen (2026-11-30): a frame number divided by fps is taken for milliseconds, so that the look lasts from 1 to 3 ms, and an hour of a
# session 3.6 s. The other way round the look becomes {25000}{75000}, which any other program shows after 16 minutes. There and back again
# all is right, so that a test of both passes. Who only counts codes, or takes shares of the whole, sees nothing; codes within a second of
# each other fall on one millisecond. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error subsrt-ts@2.1.2 subsrt@1.1.1 >/dev/null
cat >try.cjs <<'JS'
const libraries = { "subsrt-ts": require("subsrt-ts").default, subsrt: require("subsrt") };
const line = (text) => text.trim().replace(/\s+/g, " ");
for (const [name, subtitles] of Object.entries(libraries)) {
  console.log(`${name}: ${line(subtitles.convert("{25}{75}look\n", { format: "srt", fps: 25 }))}`);
  console.log(`${name}: ${line(subtitles.convert("1\n00:00:01,000 --> 00:00:03,000\nlook\n", { format: "sub", fps: 25 }))}`);
}
JS
seen=$(node try.cjs)
echo "subsrt-ts 2.1.2 and subsrt 1.1.1, a look from frame 25 to 75 as SRT, and one from 1 to 3 s as MicroDVD, 25 frames a second"
echo "$seen"
echo "expected: 1 00:00:01,000 --> 00:00:03,000 look and {25}{75}look"
[ "$seen" = "subsrt-ts: 1 00:00:00,001 --> 00:00:00,003 look
subsrt-ts: {25000}{75000}look|
subsrt: 1 00:00:00,001 --> 00:00:00,003 look
subsrt: {25000}{75000}look|" ] || { echo "This has changed." >&2; exit 1; }
