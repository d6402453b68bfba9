#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the Mann-Whitney and the Kruskal-Wallis test of ratings that are given as counts (WEIGHT BY).
#
# Expected: a row for each group and rating, with how many infants have it, gives the same as a row for each infant, as T-TEST, CROSSTABS
# and the Wilcoxon test do. Of the eight and ten infants below U is 13.5 and chi-squared 5.81, p .016 both (R's wilcox.test without
# correction, kruskal.test), and the sums of the ranks are 49.5 and 121.5.
# Seen (2026-11-30): from a row for each infant it is so. From counts U is -5.5, below what it can be, with p .000 (Z -4.05), chi-squared
# is -47.17 with p 1.000: one and the same table is as clear as can be by one test and as nothing by the other. The sums of ranks are
# 30.5 and 41, 99.5 too few. The numbers of infants beside them are right, and nothing is said.
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
counts="1 1 2
1 2 3
1 3 2
1 5 1
2 2 1
2 3 2
2 4 3
2 5 4"
tests() { # reads group, rating and count
  {
    echo "DATA LIST LIST NOTABLE /group rating count."
    echo "BEGIN DATA"
    cat
    echo "END DATA."
    echo "WEIGHT BY count."
    echo "NPAR TESTS /MANN-WHITNEY=rating BY group(1, 2) /KRUSKAL-WALLIS=rating BY group(1, 2)."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  awk -F , '/^rating,1.00/ && NF == 5 { first = $5 } /^,2.00/ && NF == 5 { printf "sums of ranks %s and %s", first, $5 }
    /^rating,/ && NF == 5 && $5 ~ /^\./ { printf ", U %s, Z %s, p %s", $2, $4, $5 }
    /^Chi-Square/ { printf ", chi-squared %s", $2 } /^Asymp. Sig.,/ { print ", p " $2 }' out.csv
}
seen="a row for each infant: $(awk '{ for (i = 0; i < $3; i++) print $1, $2, 1 }' <<<"$counts" | tests)
as counts: $(tests <<<"$counts")"
echo "PSPP 1.6.2, the ratings of two groups of infants"
echo "$seen"
echo "expected: the same twice"
[ "$seen" = "a row for each infant: sums of ranks 49.50 and 121.50, U 13.50, Z -2.41, p .016, chi-squared 5.81, p .016
as counts: sums of ranks 30.50 and 41.00, U -5.50, Z -4.05, p .000, chi-squared -47.17, p 1.000" ] ||
  { echo "This has changed." >&2; exit 1; }
