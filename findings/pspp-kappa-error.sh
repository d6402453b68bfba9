#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the standard error of the kappa of two coders of whom one codes something more often than the other.
#
# Expected: the asymptotic standard error of Fleiss, Cohen and Everitt (1969), by which R's vcd and psych and statsmodels go. Of 36
# intervals one coder calls 20 distress and the other 9, of which 8 are the same: kappa .32 with an error of .12, 95 % from .07 to .56.
# Seen (2026-11-30): kappa is right, and its error .18, so that the interval goes from -.04 to .67. In the sum over the cells each is
# weighted with its own row's and column's total, where the formula takes them crosswise, the row's total of the second code and the
# column's of the first. Both are the same only if the coders' totals are. Otherwise the error is too large (.50 for .16 below; an interval
# that goes below -1). The T beside it is reckoned without this error.
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
kappa() { # the intervals that are distress to both, to the first, to the second, to none
  {
    echo "DATA LIST LIST NOTABLE /first second count."
    echo "BEGIN DATA"
    printf '%s\n' "1 1 $1" "1 2 $2" "2 1 $3" "2 2 $4"
    echo "END DATA."
    echo "WEIGHT BY count."
    echo "CROSSTABS /TABLES=first BY second /STATISTICS=KAPPA."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  sed -nE 's/^Measure of Agreement,Kappa,([^,]*),([^,]*),.*/\1, error \2/p' out.csv
}
seen="$(kappa 8 12 1 15)
$(kappa 8 1 12 15)
$(kappa 1 8 1 4)
$(kappa 10 5 5 10)"
echo "PSPP 1.6.2, kappa of two coders; one codes more distress; so, the other does; 9 and 2 of 14; both 15 of 30"
echo "$seen"
echo "expected: .32 and .12 twice, -.07 and .16, .33 and .17"
[ "$seen" = ".32, error .18
.32, error .18
-.07, error .50
.33, error .17" ] || { echo "This has changed." >&2; exit 1; }
