#!/usr/bin/env bash
# @medplum/core 4.5.2 (npm): the fraction of a second in a time of HL7 version 2.
#
# Expected: HL7 has one to four digits behind the second (YYYYMMDDHHMMSS.S[S[S[S]]], as parseHl7DateTime quotes it), and they are a decimal
# fraction: 10:15:30.5, .50 and .5000 are half a second after 10:15:30.
# Seen (2026-11-30): the digits are taken for a number of milliseconds, whatever their count. With three digits all is right; .5 is 5 ms,
# .25 is 25 ms, and with four digits, as HL7 itself allows at most, a time is up to nine seconds late: .5000 is 10:15:35. Beats of one heart
# whose monitor writes four digits are ten times as far apart (within a second), and at the next full second the clock goes back. Nothing is
# said. (5.2.13, which asks for Node.js 22, does the same.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @medplum/core@4.5.2 >/dev/null
cat >try.cjs <<'JS'
const { parseHl7DateTime } = require("@medplum/core");
const read = (fraction) => parseHl7DateTime(`20260315101530.${fraction}+0000`);
for (const fraction of ["5", "50", "500", "5000", "25", "0625"]) console.log(`10:15:30.${fraction} is ${read(fraction).slice(11)}`);
for (const digits of [3, 4]) {
  const beats = [0.12, 0.54, 0.96, 1.38].map((second) => {
    const [whole, fraction] = second.toFixed(digits).split(".");
    return new Date(parseHl7DateTime(`2026031510153${whole}.${fraction}+0000`));
  });
  const intervals = beats.slice(1).map((beat, i) => beat - beats[i]);
  console.log(`beats 420 ms apart, in ${digits} digits: ${intervals.join(", ")} ms`);
}
JS
seen=$(node try.cjs)
echo "@medplum/core 4.5.2, parseHl7DateTime"
echo "$seen"
echo "expected: 30.500 four times, 30.250, 30.062 or 30.063, and 420 throughout"
[ "$seen" = "10:15:30.5 is 10:15:30.005Z
10:15:30.50 is 10:15:30.050Z
10:15:30.500 is 10:15:30.500Z
10:15:30.5000 is 10:15:35.000Z
10:15:30.25 is 10:15:30.025Z
10:15:30.0625 is 10:15:30.625Z
beats 420 ms apart, in 3 digits: 420, 420, 420 ms
beats 420 ms apart, in 4 digits: 4200, 4200, -4800 ms" ] || { echo "This has changed." >&2; exit 1; }
