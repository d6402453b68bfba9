#!/usr/bin/env bash
# ttconv 1.0.5 (Debian 12: python3-ttconv): coded behaviour as subtitles (SRT), turned into WebVTT.
#
# Expected: both formats have cues that overlap, each with its own start and end; four go in and four come out, with the same times and
# texts.
# Seen (2026-11-30): what is written is what stands on the screen from one change to the next. A look of ten seconds during which the infant
# cries for two becomes three looks, of 4, 2 and 4 s; the cry is the second line of the middle one, and no cue is a cry any more. How often
# and how long an infant looks is another number, and two codes at once are read as a third one. SRT made of SRT is changed in the same way.
# Nothing is said (but the progress of the conversion names "Merging ISD paragraphs").
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-ttconv=1.0.5-3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >codes.srt <<'SRT'
1
00:00:00,000 --> 00:00:10,000
infant: look

2
00:00:04,000 --> 00:00:06,000
infant: cry

3
00:00:12,000 --> 00:00:15,000
mother: touch

4
00:00:15,000 --> 00:00:18,000
mother: touch
SRT
PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -S -m ttconv.tt convert -i codes.srt -o codes.vtt >/dev/null 2>&1
cat >read.py <<'PY'
for cue in open("codes.vtt").read().strip().split("\n\n")[1:]:
    times, *texts = [line for line in cue.split("\n") if not line.isdigit()]
    start, end = [time[-6:-4] for time in times.split(" --> ")]
    print(f"{start} to {end}: {' + '.join(texts)}")
PY
seen=$(/usr/bin/python3 -S read.py)
echo "ttconv 1.0.5, cues of a WebVTT file made of an SRT file, in seconds"
echo "expected:"
echo "00 to 10: infant: look
04 to 06: infant: cry
12 to 15: mother: touch
15 to 18: mother: touch"
echo "seen:"
echo "$seen"
[ "$seen" = "00 to 04: infant: look
04 to 06: infant: look + infant: cry
06 to 10: infant: look
12 to 15: mother: touch
15 to 18: mother: touch" ] || { echo "This has changed." >&2; exit 1; }
