#!/usr/bin/env bash
# gretl 2022c (Debian 12): whether two groups vary alike.
#
# Expected: vartest prints "p-value (two-tailed)" of the ratio of two variances, either of which may be the larger: .069 for the changes of
# twelve treated and twelve other infants below (R's var.test), and 1 where both variances are the same.
# Seen (2026-11-30): .034 and .5. The larger variance is always put above the other, and what is printed is the upper tail of F alone, half
# of what its label says. It never passes .5. Groups that may well vary alike read as if they did not, and their changes are then compared
# by the other t test. The help only says that the p value is shown.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download gretl=2022c-1 gretl-common=2022c-1 libgretl1=2022c-1 libfftw3-double3 libgmp10 \
  libglib2.0-0 libxml2 libcurl3-gnutls libnghttp2-14 librtmp1 libssh2-1 libpsl5 libbrotli1 libldap-2.5-0 libsasl2-2 \
  libblas3 liblapack3 libgfortran5 libquadmath0 libgomp1 libicu72 libpcre2-8-0 libreadline8 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.inp <<'INP'
set verbose off
nulldata 12
matrix changes = {9, 10; 13, 12; 14, 9; 13, 12; 8, 9; 12, 11; 11, 10; 8, 11; 15, 10; 12, 12; 10, 8; 13, 10}
series therapy = changes[,1]
series control = changes[,2]
vartest therapy control
series later = therapy + 3
vartest therapy later
INP
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$folder/root/usr/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
shown=$(HOME=$folder LD_LIBRARY_PATH=$libraries root/usr/bin/gretlcli -b try.inp 2>/dev/null)
seen=$(grep -E '^ *(Test statistic|p-value)' <<<"$shown")
echo "gretl 2022c, the test of equal variances of two groups, and of one and the same with 3 points more"
echo "$seen"
echo "expected: .069 and 1"
[ "$seen" = "   Test statistic: F(11,11) = 3.16071
   p-value (two-tailed) = 0.0344766
   Test statistic: F(11,11) = 1
   p-value (two-tailed) = 0.5" ] || { echo "This has changed." >&2; exit 1; }
