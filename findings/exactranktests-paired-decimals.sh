#!/usr/bin/env bash
# exactRankTests 0.8-35 (R; Debian 12: r-cran-exactranktests): the exact permutation test of changes that are not whole numbers.
#
# Expected: perm.test(second, first, paired = TRUE) goes through all signs of the changes; p does not hang on the unit (s or ms), and is
# the same for first and second turned round. For the eight changes below 12 of 256 signs are as far out: p = .047.
# Seen (2026-11-30): changes with decimals are replaced by whole scores, as its help says, but not in proportion to their sizes, as it says
# too: the negative ones get -k to -1 and the positive ones 0 to n - k - 1, in their order, so that the smallest gain counts nothing, and
# 6.5 and 5.5 are a step apart, as 2.5 and 1.5 are. p is .172, and with the visits turned round .047; in halves of the unit, whole
# numbers, it is right both ways. The method's line says "scores mapped into 1:m".
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-exactranktests=0.8-35-1 \
  libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(exactRankTests))
p <- function(second, first) perm.test(second, first, paired = TRUE)$p.value
by_signs <- function(changes) {
  sums <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(changes)))) %*% changes
  mean(abs(sums) >= abs(sum(changes)))
}
first <- c(4, 6, 5, 3, 7, 5, 4, 6)
second <- first + c(3.5, 1.5, -1.5, 5.5, 4.5, -0.5, 2.5, 6.5)
cat(sprintf("%.3f", c(by_signs(second - first), p(second, first), p(first, second), p(2 * second, 2 * first), p(2 * first, 2 * second))))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "exactRankTests 0.8-35, p of eight paired changes: by all signs, as given, turned round; in halves of the unit"
echo "expected: 0.047 each time"
echo "seen:     $seen"
[ "$seen" = "0.047 0.172 0.047 0.047 0.047" ] || { echo "This has changed." >&2; exit 1; }
