#!/usr/bin/env bash
# psych 2.2.9 (R; Debian 12: r-cran-psych): rmssd of intervals among which some are missing.
#
# Expected: with na.rm = TRUE, the default, the root of the mean of the squared successive differences that there are: each beat
# that was taken out (an artifact) costs two differences, and the mean is of those that are left.
# Seen (2026-11-29): the sum of those that are left is divided by the number of intervals less one, as if only one difference were
# lost each time. Where every difference is 20 ms, the result is 20.0 for a whole recording of 14, 18.1 with two of them missing
# and 12.2 with five: the more artifacts, the lower the variability, and nothing is said.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-psych=2.2.9-1 \
  r-cran-{mnormt,lattice,nlme} libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(psych))
whole <- c(400, 420, 400, 420, 400, 420, 400, 420, 400, 420, 400, 420, 400, 420)
without <- function(beats) replace(whole, beats, NA)
kept <- function(x) sqrt(mean(diff(x)^2, na.rm = TRUE))
for (x in list(whole, without(c(4, 11)), without(c(3, 5, 7, 9, 11))))
  cat(sprintf("%d missing: %.1f %.1f\n", sum(is.na(x)), kept(x), rmssd(x)))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "psych 2.2.9, rmssd of 14 intervals that differ by 20 ms: of the differences that there are, and as it is given"
echo "$seen"
echo "expected: both alike"
[ "$seen" = "0 missing: 20.0 20.0
2 missing: 20.0 18.1
5 missing: 20.0 12.2" ] || { echo "This has changed." >&2; exit 1; }
