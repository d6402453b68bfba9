#!/usr/bin/env bash
# ReadStat 1.1.8 (Debian 12: readstat): an SPSS file whose 99 is declared missing, turned into a Stata or a CSV file.
#
# Expected: what the SPSS file declares as no answer is none in the Stata file either (Stata's own "."), and an empty field in the CSV; or
# the program says that it is not.
# Seen (2026-11-30): 99 becomes an answer like the others, in both, and in Stata nothing tells that it was not one: the minutes of crying
# 2, 99, 1, 2 have the mean 26 for 1.67. Nothing is said. Made straight from a CSV file with the same declaration, without the SPSS
# file between them, the Stata file has it as missing. (R's haven, which reads by the same library, gives NA for the SPSS file's 99.)
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download readstat=1.1.8-1 libreadstat1=1.1.8-1 libcsv3 libxlsxwriter4 libminizip1 libssl3 \
  zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
readstat() {
  LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu:root/lib/x86_64-linux-gnu root/usr/bin/readstat "$@" >/dev/null 2>>said
}
printf '%s\n' infant,crying 1,2 2,99 3,1 4,2 >in.csv
cat >spss.json <<'JSON'
{"type": "SPSS", "variables": [
  {"type": "NUMERIC", "name": "infant", "label": "infant", "decimals": 0},
  {"type": "NUMERIC", "name": "crying", "label": "minutes of crying", "decimals": 0, "missing": {"type": "DISCRETE", "values": [99]}}
]}
JSON
sed 's/"SPSS"/"STATA"/' spss.json >stata.json
readstat in.csv spss.json in.sav
readstat in.sav by-sav.dta
readstat in.sav sav.csv
readstat in.csv stata.json straight.dta
readstat by-sav.dta by-sav.csv
readstat straight.dta straight.csv
answers() { tail -n +2 "$1" | cut -d , -f 2 | sed 's/\.0*$//; s/^$/missing/' | paste -sd ' '; }
declared=$(od -A n -t d4 -j 232 -N 4 in.sav) # how many values the record of the second variable declares as missing
seen="declared missing in the SPSS file:$(tr -s ' ' <<<"$declared") value
straight to Stata: $(answers straight.csv)
SPSS to Stata:     $(answers by-sav.csv)
SPSS to CSV:       $(answers sav.csv)
other words:       $(grep -cv '^Converted' said || true)"
echo "ReadStat 1.1.8, the answers 2, 99 (declared missing), 1 and 2"
echo "$seen"
echo "expected: 2 missing 1 2 three times"
[ "$seen" = "declared missing in the SPSS file: 1 value
straight to Stata: 2 missing 1 2
SPSS to Stata:     2 99 1 2
SPSS to CSV:       2 99 1 2
other words:       0" ] || { echo "This has changed." >&2; exit 1; }
