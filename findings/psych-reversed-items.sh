#!/usr/bin/env bash
# psych 2.2.9 (R; Debian 12: r-cran-psych): the score of a scale with a reversed item, of the same answers in two samples.
#
# Expected: an item that is scored against the others is turned round within the range of its answers, so that an infant with the same
# answers has the same score in every sample (scale of 1 to 7; 2, 6 reversed, 3: mean of 2, 2, 3 is 2.33).
# Seen (2026-11-29): unless min and max are given, scoreItems turns round within the least and the greatest answer to any item in the
# sample. The same infant has 2.00 where the answers go from 1 to 6, and 2.67 where they go from 2 to 7, so that baseline and follow-up
# shift against each other as soon as one infant has a 7. Nothing is said.
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
keys <- list(scale = c("a", "-b", "c"))
score <- function(x, ...) suppressMessages(scoreItems(keys, x, ...)$scores[1, 1])
sample_of <- function(...) as.data.frame(rbind(c(a = 2, b = 6, c = 3), ...))
low <- sample_of(c(1, 5, 2), c(3, 4, 4), c(4, 3, 5), c(2, 2, 3))
high <- sample_of(c(7, 5, 6), c(3, 4, 4), c(4, 3, 5), c(2, 2, 3))
cat(sprintf("%.2f, %.2f; %.2f, %.2f", score(low), score(high), score(low, min = 1, max = 7), score(high, min = 1, max = 7)))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "psych 2.2.9, scoreItems of one infant in two samples, and with min = 1, max = 7"
echo "expected: 2.33, 2.33; 2.33, 2.33"
echo "seen:     $seen"
[ "$seen" = "2.00, 2.67; 2.33, 2.33" ] || { echo "This has changed." >&2; exit 1; }
