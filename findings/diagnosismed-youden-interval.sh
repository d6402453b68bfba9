#!/usr/bin/env bash
# DiagnosisMed 0.2.3-7 (R; Debian 12: r-cran-diagnosismed): how sure Youden's index of a questionnaire is.
#
# Expected: diagnosis() prints Youden's index with its interval, "95% confidence interval" by its heading: sensitivity + specificity - 1,
# less and plus 1.96 times the root of both variances. 36 of 40 ill infants are found and 10 of 40 others: .65, from .49 to .81.
# Seen (2026-12-01): .6552 to .6448: the bounds stand the other way round, and are a thirtieth as wide as they should be. In place of the
# normal's .975 its .475 is asked for (half of the level), which is -.06. A higher level makes them narrower: at 99 % they are .6510 and
# .6490, at 50 % .71 and .59. Two questionnaires seem surely different where they may be the same. The other intervals (sensitivity,
# predictive values) are right.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-diagnosismed=0.2.3-7 r-cran-epitools \
  r-cran-teachingdemos r-cran-amore libblas3 liblapack3 libgfortran5 libquadmath0 libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 \
  libtcl8.6 libtk8.6 libx11-6 libxft2 libxss1 libxext6 libfontconfig1 libxrender1 libxcb1 libxau6 libxdmcp6 libbsd0 libmd0 libfreetype6 \
  libexpat1 libpng16-16 libbrotli1 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(DiagnosisMed))
for (level in c(.5, .95, .99)) {
  d <- diagnosis(a = 36, b = 4, c = 10, d = 30, CL = level, print = FALSE)
  error <- sqrt(.9 * .1 / 40 + .75 * .25 / 40)
  bounds <- .65 + c(-1, 1) * qnorm(1 - (1 - level) / 2) * error
  cat(sprintf("%.0f %%: Youden %.2f, by the formula %.4f to %.4f, as given %.4f to %.4f\n", 100 * level, d$Youden, bounds[1], bounds[2],
              d$Youden.inf.cl, d$Youden.sup.cl))
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R 2>said) ||
  { cat said >&2; exit 1; }
echo "DiagnosisMed 0.2.3-7, intervals of Youden's index: 36 of 40 ill infants found, 30 of 40 others left alone"
echo "$seen"
echo "expected: as by the formula"
[ "$seen" = "50 %: Youden 0.65, by the formula 0.5938 to 0.7062, as given 0.7062 to 0.5938
95 %: Youden 0.65, by the formula 0.4868 to 0.8132, as given 0.6552 to 0.6448
99 %: Youden 0.65, by the formula 0.4355 to 0.8645, as given 0.6510 to 0.6490" ] || { echo "This has changed." >&2; exit 1; }
