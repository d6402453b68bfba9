#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the risk ratio of two groups, with its interval.
#
# Expected: CROSSTABS /STATISTICS=RISK gives in each row a value and the lower and upper bound of its 95 % interval. Seven of nine infants
# of one group are calm at reunion and two of seven of the other: odds ratio 8.75 (.90 to 84.80), risk ratio for calm 2.72 (.80 to 9.24),
# for not calm .31 (.08 to 1.15), by the logarithm and its standard error.
# Seen (2026-11-30): each row has one number three times. For the odds ratio it is the value; for the first risk ratio it is the lower
# bound of its interval, for the second the upper one. A chance of calm nearly three times as high reads as lower, that of no calm, a
# third, as higher, and nothing is uncertain. With other counts it is the same.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download pspp=1.6.2-2 libgsl27 libgslcblas0 libreadline8 libxml2 libicu72 liblzma5 zlib1g \
  libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 \
  libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 \
  libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$folder/root/usr/lib/x86_64-linux-gnu
risk() { # how many are calm (1) and not (2) in one group, and in the other
  {
    echo "DATA LIST LIST NOTABLE /group calm count."
    echo "BEGIN DATA"
    printf '%s\n' "1 1 $1" "1 2 $2" "2 1 $3" "2 2 $4"
    echo "END DATA."
    echo "WEIGHT BY count."
    echo "CROSSTABS /TABLES=group BY calm /STATISTICS=RISK."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  sed -nE 's/^(Odds Ratio|For cohort calm = *[12]).*,([^,]*),([^,]*),([^,]*)$/\1: \2, \3 to \4/p' out.csv | tr -s ' '
}
seen="7 of 9 and 2 of 7
$(risk 7 2 2 5)
9 of 12 and 2 of 10
$(risk 9 3 2 8)"
echo "PSPP 1.6.2, the share of infants who are calm (1; not calm: 2) in two groups"
echo "$seen"
echo "expected: 8.75, .90 to 84.80; 2.72, .80 to 9.24; .31, .08 to 1.15"
echo "and       12.00, 1.58 to 91.09; 3.75, 1.04 to 13.51; .31, .11 to .87"
[ "$seen" = "7 of 9 and 2 of 7
Odds Ratio: 8.75, 8.75 to 8.75
For cohort calm = 1: .80, .80 to .80
For cohort calm = 2: 1.15, 1.15 to 1.15
9 of 12 and 2 of 10
Odds Ratio: 12.00, 12.00 to 12.00
For cohort calm = 1: 1.04, 1.04 to 1.04
For cohort calm = 2: .87, .87 to .87" ] || { echo "This has changed." >&2; exit 1; }
