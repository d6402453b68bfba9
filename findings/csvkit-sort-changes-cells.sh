#!/usr/bin/env bash
# csvkit 1.0.7 (Debian 12: csvkit): a table of infants that csvsort sorts.
#
# Expected: csvsort, "like the Unix sort command, but for tabular data", puts the rows in order and leaves the cells as they are.
# Seen (2026-11-30): it writes anew what it takes each column for. Scores with a decimal comma, 1,5 and 12,25, become 15 and 1225, as the
# comma is taken for that of thousands (in a table with semicolons, which it finds out by itself). Sessions 1-2 and 2-1 become days in
# 2001, latencies of 0:45 become 0:00:45, sex F and T become False and True, infant 007 becomes 7. csvjoin and in2csv do alike. With
# -I the cells are kept; the help says of it "disable type inference when parsing the input", and not that what is inferred is written.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download csvkit=1.0.7-1 python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python-babel-localedata \
  python3-{babel,isodate,leather,parsedatetime,pytimeparse,six,slugify,unidecode,tz,pkg-resources} >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >csvsort.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
from csvkit.utilities.csvsort import launch_new_instance

launch_new_instance()
PY
printf '%s\n' 'infant;session;latency;sex;score' '007;1-2;0:45;F;1,5' '003;2-1;1:30;T;12,25' '011;1-1;0:20;F;2,0' >in.csv
seen=$(HOME=$folder /usr/bin/python3 -S csvsort.py -c infant in.csv
  HOME=$folder /usr/bin/python3 -S csvsort.py -I -c infant in.csv)
echo "csvkit 1.0.7, this table sorted by infant, without and with -I:"
cat in.csv
echo "$seen"
echo "expected: the same cells both times"
[ "$seen" = "infant,session,latency,sex,score
3,2001-02-01,0:01:30,True,1225
7,2001-01-02,0:00:45,False,15
11,2001-01-01,0:00:20,False,20
infant,session,latency,sex,score
003,2-1,1:30,T,\"12,25\"
007,1-2,0:45,F,\"1,5\"
011,1-1,0:20,F,\"2,0\"" ] || { echo "This has changed." >&2; exit 1; }
