#!/usr/bin/env bash
# psych 2.2.9 (R; Debian 12: r-cran-psych): the weighted kappa of ratings that are ordered factors.
#
# Expected: the weights follow the order of the factor's levels, so that low and high are two steps apart and low and medium one.
# For the six infants below the weighted kappa is .750, as with 1, 2, 3 for low, medium, high.
# Seen (2026-11-29): the levels, and with them their order, are lost, and the codes are sorted by the alphabet: high, low, medium.
# An infant who is medium to one coder and high to the other counts as in full disagreement, and kappa is .000. The unweighted kappa
# is not touched. A warning tells of the interval only, and what is printed does not show the order (it is in $weight).
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
kappa <- function(x) suppressWarnings(cohen.kappa(x)$weighted.kappa)
levels <- c("low", "medium", "high")
first <- c(1, 2, 3, 3, 1, 2)
second <- c(1, 2, 3, 2, 1, 3)
ordered <- data.frame(lapply(list(first = first, second = second), function(x) factor(levels[x], levels, ordered = TRUE)))
cat(sprintf("%.3f, %.3f", kappa(cbind(first, second)), kappa(ordered)))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "psych 2.2.9, weighted kappa of 1, 2, 3, and of the same as low < medium < high"
echo "expected: 0.750, 0.750"
echo "seen:     $seen"
[ "$seen" = "0.750, 0.000" ] || { echo "This has changed." >&2; exit 1; }
