#!/usr/bin/env bash
# emmeans 1.8.4-1 (R; Debian 12: r-cran-emmeans): the groups' difference in change, from nlme's gls of two visits.
#
# Expected: two groups of six, two visits, nobody missing, compound symmetry: the test of the interaction is the t test of the groups'
# changes, with 10 degrees of freedom, by the arithmetic of a split plot.
# Seen (2026-11-30): estimate, standard error and t are those of the t test, the degrees of freedom are not: 2.4 where the visits
# correlate by .79, 3.3 where by .60, and 17.9 where by -.73. With t 3.31 p is .064 for .008; where they are too many it is too small. The
# note below the table says "Degrees-of-freedom method: satterthwaite", which is the default for a gls. Its other way,
# mode = "appx-satterthwaite", gives 10.1 or 10.2.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-emmeans=1.8.4-1+dfsg-1 r-cran-nlme=3.1.162-1 \
  r-cran-{estimability,lattice,mvtnorm,numderiv,xtable} libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages({
  library(nlme)
  library(emmeans)
})
group <- factor(rep(c("control", "therapy"), each = 6))
first <- c(9, 13, 14, 13, 10, 12, 10, 12, 9, 12, 9, 11)
for (change in list(c(1, 2, 0, 1, 2, 1, 3, 2, 4, 2, 3, 2), c(1, 4, 0, 3, -2, 2, 3, 2, 4, 1, 5, 2),
                    c(3, -5, -6, -3, 3, -1, 3, 1, 2, -1, 4, 0))) {
  second <- first + change
  long <- data.frame(score = c(first, second), time = factor(rep(1:2, each = 12)), group, infant = factor(1:12))
  model <- gls(score ~ time * group, long, correlation = corCompSymm(form = ~ 1 | infant))
  given <- as.data.frame(contrast(emmeans(model, ~ time | group), interaction = "pairwise", by = NULL))
  true <- t.test(change ~ group, var.equal = TRUE)
  shown <- function(df, t, p) sprintf("t(%.1f) = %.2f, p = %.3f", df, abs(t), p)
  cat(sprintf("r %.2f: ", cor(first, second)), shown(true$parameter, true$statistic, true$p.value), " and ",
      shown(given$df, given$t.ratio, given$p.value), "\n", sep = "")
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "emmeans 1.8.4-1, how much the changes of two groups of six differ: by their t test, and by gls and emmeans"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "r 0.79: t(10.0) = 3.31, p = 0.008 and t(2.4) = 3.31, p = 0.064
r 0.60: t(10.0) = 1.41, p = 0.190 and t(3.3) = 1.41, p = 0.246
r -0.73: t(10.0) = 1.70, p = 0.119 and t(17.9) = 1.70, p = 0.106" ] || { echo "This has changed." >&2; exit 1; }
