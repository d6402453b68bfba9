#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the variances and covariances of a regression's coefficients.
#
# Expected: REGRESSION /STATISTICS=BCOV gives those of the variables that its rows and columns name, each variance the square of the
# standard error in the table of coefficients. The difference of the groups below, the first visit held equal, is 1.27 with an error
# of .59, a variance of .35; that of the first visit's coefficient is .03 (error .18), and their covariance .04 (R's vcov).
# Seen (2026-11-30): .03 for the group, 4.54 for the first visit, and -.37: each stands one row and one column too far, the constant's
# under the first variable's name, the first variable's under the second's, and the last variable's nowhere. An interval at another
# value, or a contrast of two coefficients, that is reckoned from the table (the error of the group's difference as .18) is wrong; what
# PSPP itself gives from the coefficients' errors is right.
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
cat >try.sps <<'SPS'
DATA LIST LIST NOTABLE /first group second.
BEGIN DATA
9 0 12
13 0 8
14 0 8
13 0 10
10 0 13
12 0 11
10 1 14
12 1 12
9 1 13
12 1 11
9 1 15
11 1 12
END DATA.
REGRESSION /VARIABLES=first group /DEPENDENT=second /METHOD=ENTER /STATISTICS=COEFF BCOV.
SPS
LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
seen=$(sed -nE 's/^(first|group),([^,]*),([^,]*),.*/\1: \2, error \3/p
  s/^Covariances,(.*)/covariances: \1/p; s/^,group,/             group,/p' out.csv)
echo "PSPP 1.6.2, the second visit by the first and the group: coefficients, errors, and the coefficients' variances and covariances"
echo "$seen"
echo "expected: .03 (the square of .18) and .04 for first, .04 and .35 (the square of .59) for group"
[ "$seen" = "first: -.92, error .18
group: 1.27, error .59
covariances: first,4.54,-.37
             group,-.37,.03" ] || { echo "This has changed." >&2; exit 1; }
