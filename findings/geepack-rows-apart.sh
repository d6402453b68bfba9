#!/usr/bin/env bash
# geepack 1.3.9-1 (R; Debian 12: r-cran-geepack): two visits of each infant in a table that has all first visits above all second ones.
#
# Expected: id = infant says whose rows belong together, wherever they stand; or the warning comes that the help of geeglm promises "if
# data is not sorted this way".
# Seen (2026-11-30): an infant whose rows are not next to each other is taken for another one each time. Stacked by visit, as two exports
# that are put below each other are, twelve infants are 24 with one visit each, and the visits' correlation is lost: for the same
# table group x time has p = .19, and sorted by infant .0003. No warning comes; the last line of the summary, "Number of clusters: 24",
# is all that shows it.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-geepack=1.3.9-1 \
  r-cran-{mass,broom,magrittr} r-cran-{backports,dplyr,ellipsis,generics,glue,purrr,rlang,stringr,tibble,tidyr} \
  r-cran-{cli,fansi,lifecycle,pillar,pkgconfig,r6,stringi,tidyselect,utf8,vctrs,withr} libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(geepack))
first <- c(9, 13, 14, 13, 10, 12, 10, 12, 9, 12, 9, 11)
second <- first + c(1, 2, 0, 1, 2, 1, 3, 2, 4, 2, 3, 2)
stacked <- data.frame(score = c(first, second), time = rep(0:1, each = 12), group = rep(0:1, each = 6), infant = 1:12)
tables <- list("by visit" = stacked, "by infant" = stacked[order(stacked$infant, stacked$time), ])
for (name in names(tables)) {
  model <- geeglm(score ~ time * group, id = infant, data = tables[[name]], corstr = "exchangeable")
  cat(sprintf("%s: %d infants, p = %.4f\n", name, length(model$geese$clusz), coef(summary(model))[4, 4]))
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R 2>&1)
echo "geepack 1.3.9-1, group x time of twelve infants, their rows sorted by visit and by infant"
echo "$seen"
echo "expected: 12 infants and the same p in both lines"
[ "$seen" = "by visit: 24 infants, p = 0.1900
by infant: 12 infants, p = 0.0003" ] || { echo "This has changed." >&2; exit 1; }
