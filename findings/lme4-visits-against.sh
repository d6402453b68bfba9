#!/usr/bin/env bash
# lme4 1.1-31 and lmerTest 3.1-3 (R; Debian 12): group x time of two visits that go against each other within infants.
#
# Expected: with two groups, two visits and nobody missing, the test of group x time in y ~ time * group + (1 | infant) is the t test
# of the groups' changes, by the arithmetic of a split plot: for the twelve infants below, t(10) = 1.70, p = .12 (R's aov with
# Error(infant) gives it too).
# Seen (2026-11-29): t(20) = 2.20, p = .04. The infants' variance cannot be below 0, so that a correlation of the visits below 0
# (scores that fall back to the mean; here -.73) is taken as 0: the changes get too small an error, and twice the degrees of
# freedom. "boundary (singular) fit" is said once, when it is fitted; the table looks as usual. If the visits go together, as with
# the first visit's scores turned round below, both tests are the same.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-lme4=1.1-31-1 r-cran-lmertest=3.1-3-2 \
  r-cran-{matrix,minqa,nloptr,rcpp,boot,lattice,mass,nlme,numderiv} r-cran-{ggplot2,cli,glue,gtable,isoband,lifecycle} \
  r-cran-{mgcv,rlang,scales,tibble,vctrs,withr,farver,labeling,munsell,colorspace,r6,rcolorbrewer,viridislite,fansi,magrittr} \
  r-cran-{pillar,pkgconfig,utf8} libnlopt0 libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(lmerTest))
group <- rep(c("control", "therapy"), each = 6)
both <- function(first, second) {
  changes <- t.test(second - first ~ group, var.equal = TRUE)
  long <- data.frame(score = c(first, second), time = rep(0:1, each = 12), group, infant = factor(1:12))
  mixed <- suppressMessages(coef(summary(lmer(score ~ time * group + (1 | infant), long)))[4, ])
  shown <- function(df, t, p) sprintf("t(%.0f) = %.2f, p = %.2f", df, t, p)
  cat(shown(changes$parameter, abs(changes$statistic), changes$p.value), "and", paste0(shown(mixed[3], abs(mixed[4]), mixed[5]), "\n"))
}
first <- c(9, 13, 14, 13, 10, 12, 10, 12, 9, 12, 9, 11)
second <- c(12, 8, 8, 10, 13, 11, 13, 13, 11, 11, 13, 11)
both(first, second)
both(22 - first, second)
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "lme4 1.1-31 with lmerTest 3.1-3, group x time of twelve infants: by their changes, and by the mixed model"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "t(10) = 1.70, p = 0.12 and t(20) = 2.20, p = 0.04
t(10) = 0.43, p = 0.68 and t(10) = 0.43, p = 0.68" ] || { echo "This has changed." >&2; exit 1; }
