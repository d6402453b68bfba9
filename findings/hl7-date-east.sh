#!/usr/bin/env bash
# hl7-date 1.0.1 (npm): the time of a monitor's message, written where clocks are ahead of Greenwich.
#
# Expected: stringify gives HL7's form, YYYYMMDDHHMMSS.S and +ZZZZ or -ZZZZ (HHMM), as its README has it: 11:15:30.25 in Berlin's winter is
# 20260315111530.25+0100, and whoever reads it, wherever, has the same moment.
# Seen (2026-11-30): west of Greenwich and on it that is so. East of it the hours keep a minus of their own behind the plus: +-100 in Berlin
# in winter, +-200 in summer, +-6-30 for half past five in India. Its own parse takes such a text for one without a zone, and reads it by
# the clock of the computer that reads: in Berlin it comes back right, in New York six hours late, and what was written in India in summer
# nine and a half. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error hl7-date@1.0.1 >/dev/null
cat >write.cjs <<'JS'
const moment = process.argv[2];
console.log(require("hl7-date").stringify(new Date(moment)));
JS
cat >read.cjs <<'JS'
const [, , text, moment] = process.argv;
const hours = (require("hl7-date").parse(text) - new Date(moment)) / 3600000;
console.log(hours === 0 ? "the same moment" : `${hours} hours later`);
JS
seen=$(
  for zone in Europe/London America/New_York Europe/Berlin Asia/Kolkata; do
    for moment in 2026-01-15T10:15:30.250Z 2026-07-15T10:15:30.250Z; do
      text=$(TZ=$zone node write.cjs "$moment")
      here=$(TZ=$zone node read.cjs "$text" "$moment")
      there=$(TZ=America/New_York node read.cjs "$text" "$moment")
      echo "$zone $text: read there $here, in New York $there"
    done
  done
)
echo "hl7-date 1.0.1, one moment in January and one in July, written in four places and read again"
echo "$seen"
echo "expected: an offset of four digits, and the same moment everywhere"
[ "$seen" = "Europe/London 20260115101530.25+0000: read there the same moment, in New York the same moment
Europe/London 20260715111530.25+-100: read there the same moment, in New York 5 hours later
America/New_York 20260115051530.25-0500: read there the same moment, in New York the same moment
America/New_York 20260715061530.25-0400: read there the same moment, in New York the same moment
Europe/Berlin 20260115111530.25+-100: read there the same moment, in New York 6 hours later
Europe/Berlin 20260715121530.25+-200: read there the same moment, in New York 6 hours later
Asia/Kolkata 20260115154530.25+-6-30: read there the same moment, in New York 10.5 hours later
Asia/Kolkata 20260715154530.25+-6-30: read there the same moment, in New York 9.5 hours later" ] \
  || { echo "This has changed." >&2; exit 1; }
