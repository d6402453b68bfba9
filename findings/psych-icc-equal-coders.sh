#!/usr/bin/env bash
# psych 2.2.9 (R; Debian 12: r-cran-psych): the intraclass correlation of two coders whose means hardly differ.
#
# Expected: ICC(x) gives the six forms of Shrout & Fleiss (1979) from the mean squares of infants, coders and rest, as its help
# says. For the eight infants below: ICC(2,1) .727, ICC(3,1) .700, F(7, 7) = 5.67.
# Seen (2026-11-29): by default (lmer = TRUE) the variances come from a mixed model, in which none can be below 0. Coders whose
# means differ less than chance would have it get 0, and their mean square goes to the rest: both forms are .732, and F is 6.48
# with the degrees of freedom of 5.67. Three coders who contradict each other, -.33 with F .25, get 0 and F 1. A message says
# "boundary (singular) fit"; the table looks as usual.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-psych=2.2.9-1 r-cran-lme4=1.1-31-1 \
  r-cran-{mnormt,matrix,minqa,nloptr,rcpp,boot,lattice,mass,nlme} libnlopt0 libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(psych))
shown <- function(icc2, icc3, f) cat(sprintf("ICC(2,1) %.3f, ICC(3,1) %.3f, F %.2f\n", icc2, icc3, f))
both <- function(x) {
  n <- nrow(x)
  k <- ncol(x)
  infants <- k * var(rowMeans(x))
  coders <- n * var(colMeans(x))
  rest <- (sum((x - mean(x))^2) - (n - 1) * infants - (k - 1) * coders) / ((n - 1) * (k - 1))
  total <- infants + (k - 1) * rest
  shown((infants - rest) / (total + k * (coders - rest) / n), (infants - rest) / total, infants / rest)
  results <- suppressMessages(ICC(x))$results
  shown(results$ICC[2], results$ICC[3], results$F[3])
}
both(cbind(c(2, 5, 3, 6, 1, 4, 2, 5), c(4, 3, 3, 5, 2, 4, 1, 6)))
both(cbind(c(1, 4, 3, 5, 2), c(5, 2, 3, 1, 4), c(2, 5, 1, 4, 3)))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "psych 2.2.9, two coders with equal means, and three who contradict each other: by the mean squares, and as it is given"
echo "$seen"
echo "expected: the first line of each pair twice"
[ "$seen" = "ICC(2,1) 0.727, ICC(3,1) 0.700, F 5.67
ICC(2,1) 0.732, ICC(3,1) 0.732, F 6.48
ICC(2,1) -0.455, ICC(3,1) -0.333, F 0.25
ICC(2,1) 0.000, ICC(3,1) 0.000, F 1.00" ] || { echo "This has changed." >&2; exit 1; }
