#!/usr/bin/env bash
# effectsize 0.8.3 (R; Debian 12: r-cran-effectsize): the interval of a risk ratio.
#
# Expected: the 95 % interval of riskratio() is that of the logarithm, whose error is sqrt(1/a - 1/n + 1/b - 1/m) for a of n and b
# of m. Two of 40 infants of treated mothers and eight of 40 others are insecure: .25, from .06 to 1.11.
# Seen (2026-11-30): from .20 to .31. The error of each share is taken upside down (p / (1 - p) for (1 - p) / p), and the two errors are
# added instead of their squares: .12 for .76. Rare outcomes get an interval that is far too narrow, common ones one that is too wide (38
# and 32 of 40: .17 to 8.52 for 1.00 to 1.41). The ratio itself is right. The help page names the method of Katz et al. (1978), which is the
# expected one.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-effectsize=0.8.3+dfsg-1 \
  r-cran-{insight,bayestestr,parameters,performance,datawizard} libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
library(effectsize)
for (insecure in list(c(2, 8), c(38, 32))) {
  counts <- as.table(rbind(insecure, 40 - insecure)) # groups in columns, as the help page asks
  given <- as.data.frame(riskratio(counts))
  ratio <- insecure[1] / insecure[2]
  error <- sqrt(sum(1 / insecure) - 2 / 40)
  cat(sprintf("%.2f, %.2f to %.2f; by hand %.2f, %.2f to %.2f\n", given$Risk_ratio, given$CI_low, given$CI_high,
              ratio, ratio * exp(-1.96 * error), ratio * exp(1.96 * error)))
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "effectsize 0.8.3, the risk ratio of 2 and 8 of 40 infants, and of 38 and 32"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "0.25, 0.20 to 0.31; by hand 0.25, 0.06 to 1.11
1.19, 0.17 to 8.52; by hand 1.19, 1.00 to 1.41" ] || { echo "This has changed." >&2; exit 1; }
