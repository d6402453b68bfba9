#!/usr/bin/env bash
# @codious/sav-reader-writer 1.1.4 (npm): dates and times in a table for SPSS.
#
# Expected: SPSS keeps a time as seconds on the wall's clock and knows no zones, so that the text "15-03-2026 10:20:45" is that date and
# that time, and "15-03-2026" that date, wherever the computer stands.
# Seen (2026-11-30): the seconds are lost, as the format that texts are read by says SS, fractions of a second, where it means ss: 10:20:45
# and 10:20:59 are both 10:20:00. And what is read as local time is written as UTC: in Berlin all is an hour earlier in winter, two in
# summer, and a date (its midnight) is the day before. An infant born on 1 January 2026 is born in 2025 there. On a computer whose clock
# is UTC's, a server or a test's, dates are right. Nothing is said.
# What was written is read by another program below (readstat 1.1.8, Debian 12).
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @codious/sav-reader-writer@1.1.4 >/dev/null
apt-get -qq -o APT::Sandbox::User=root download readstat=1.1.8-1 libreadstat1=1.1.8-1 libcsv3 libxlsxwriter4 libminizip1 libssl3 \
  zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.cjs <<'JS'
const { toBuffer, VariableType } = require("@codious/sav-reader-writer");
const variables = [{ name: "coded", type: VariableType.DateTime }, { name: "born", type: VariableType.Date }];
const records = [
  { coded: "15-03-2026 10:20:45", born: "01-01-2026" },
  { coded: "15-07-2026 10:20:59", born: "01-07-2026" },
];
require("fs").writeFileSync("out.sav", toBuffer(records, variables));
JS
cat >read.cjs <<'JS'
const epoch = Date.UTC(1582, 9, 14);  // 0 in SPSS
const shown = (seconds, size) => new Date(epoch + seconds * 1000).toISOString().replace("T", " ").slice(0, size);
const lines = require("fs").readFileSync("out.csv", "utf8").trim().split("\n").slice(1);
console.log(lines.map((line) => line.split(",")).map(([coded, born]) => `${shown(coded, 19)}, born ${shown(born, 10)}`).join("; "));
JS
seen=
for zone in UTC Europe/Berlin; do
  TZ=$zone node try.cjs
  rm -f out.csv
  LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu:root/lib/x86_64-linux-gnu root/usr/bin/readstat out.sav out.csv >/dev/null 2>&1
  seen+="$zone: $(node read.cjs)"$'\n'
done
echo "@codious/sav-reader-writer 1.1.4, two times and two dates in the SPSS file"
echo "expected: 2026-03-15 10:20:45, born 2026-01-01; 2026-07-15 10:20:59, born 2026-07-01"
printf %s "$seen"
[ "$seen" = "UTC: 2026-03-15 10:20:00, born 2026-01-01; 2026-07-15 10:20:00, born 2026-07-01
Europe/Berlin: 2026-03-15 09:20:00, born 2025-12-31; 2026-07-15 08:20:00, born 2026-06-30
" ] || { echo "This has changed." >&2; exit 1; }
