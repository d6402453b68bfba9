#!/usr/bin/env bash
# DiagnosisMed 0.2.3-7 (R; Debian 12: r-cran-diagnosismed): the interval of the area under the ROC curve, of scores that several infants
# share.
#
# Expected: the area's interval "is estimated by DeLong method" (help of ROC): from how often each infant's score is below or above those
# of the other group, equal ones counting half. Of 10 ill infants and 20 others with scores of 0 to 6, the area is .79, from .62 to .96
# (by the formula; R's pROC).
# Seen (2026-12-01): .67 to .91. Each score counts once, however many infants have it, and equal ones as full. With ten times as many
# infants and the same scores the interval is .024 wide, for .104 by the formula, since more infants only add to the divisor: it narrows
# ten times where it should by the root of ten. If no score occurs twice all is right. In the table of cut-offs the bounds of the positive
# predictive value are those of other shares: the lower one of a half, the upper one that of the sensitivity, .19 to .60 for a value of 1.
# Nothing is said.
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
ill <- c(1, 2, 3, 3, 4, 4, 4, 5, 5, 6)
well <- rep(0:4, 4)
delong <- function(well, ill) {
  wins <- outer(ill, well, ">") + outer(ill, well, "==") / 2
  mean(wins) + c(-1, 1) * qnorm(.975) * sqrt(var(rowMeans(wins)) / length(ill) + var(colMeans(wins)) / length(well))
}
show <- function(name, well, ill) {
  roc <- ROC(rep(0:1, c(length(well), length(ill))), c(well, ill), Plot = FALSE, Print = FALSE)
  bounds <- delong(well, ill)
  cat(sprintf("%s: area %.2f, by the formula %.3f to %.3f, as given %.3f to %.3f\n", name, roc$AUC.summary[2], bounds[1], bounds[2],
              roc$AUC.summary[1], roc$AUC.summary[3]))
  roc
}
roc <- show("30 infants", well, ill)
invisible(show("300 infants", rep(well, 10), rep(ill, 10)))
invisible(show("no score twice", well + 1:20 / 100, ill + 1:10 / 1000))
row <- roc$test.diag.table[roc$test.diag.table$test.values == 5, ]
cat(sprintf("5 or more: %d ill and %d others, predictive value %.2f (%.2f to %.2f)\n", row$TP, row$FP, row$PPV, row$PPV.inf.cl,
            row$PPV.sup.cl))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R 2>said) ||
  { cat said >&2; exit 1; }
echo "DiagnosisMed 0.2.3-7, the area under the curve with its interval"
echo "$seen"
echo "expected: as by the formula, and a predictive value within its own interval"
[ "$seen" = "30 infants: area 0.79, by the formula 0.618 to 0.962, as given 0.667 to 0.913
300 infants: area 0.79, by the formula 0.738 to 0.842, as given 0.778 to 0.802
no score twice: area 0.72, by the formula 0.519 to 0.921, as given 0.519 to 0.921
5 or more: 3 ill and 0 others, predictive value 1.00 (0.19 to 0.60)" ] || { echo "This has changed." >&2; exit 1; }
