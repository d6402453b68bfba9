#!/usr/bin/env bash
# psychometric 2.3 (R; Debian 12: r-cran-psychometric): the p of a correlation, from r and n.
#
# Expected: r.nil() "performs a two-tailed t-test of the H0 that r = 0", as its help page says: p .072 for r .40 of 21 infants, and for -.40
# as well (R's cor.test of such data).
# Seen (2026-11-30): .036 for .40 and .964 for -.40: p is the upper tail of t alone. Where the one measure falls as the other rises, p comes
# near 1, the nearer the closer they are. rdif.nul(), which compares the correlations of two groups, does so too: .079 for .60 and .30
# in 30 and 30 infants, .921 the other way round, for .159. Its help page says "significantly different" and no word of a direction.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-psychometric=2.3-1 \
  r-cran-{multilevel,nlme,mass,lattice,dplyr,purrr,tibble,tidyselect} \
  r-cran-{vctrs,pillar,lifecycle,rlang,magrittr,r6,generics,glue,cli,fansi,utf8,pkgconfig,withr} \
  libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(psychometric))
set.seed(1)
x <- as.vector(scale(rnorm(21)))
rest <- as.vector(scale(resid(lm(rnorm(21) ~ x))))
for (r in c(0.4, -0.4)) {
  test <- cor.test(x, r * x + sqrt(1 - r^2) * rest)
  given <- r.nil(test$estimate, 21)
  cat(sprintf("r %.2f: t %.2f, p %.3f; by cor.test t %.2f, p %.3f\n", r, given$t, given$p, test$statistic, test$p.value))
}
for (pair in list(c(0.6, 0.3), c(0.3, 0.6))) {
  given <- rdif.nul(pair[1], pair[2], 30, 30)
  z <- diff(atanh(rev(pair))) / sqrt(1 / 27 + 1 / 27)
  cat(sprintf("%.1f and %.1f: z %.2f, p %.3f; by hand z %.2f, p %.3f\n", pair[1], pair[2], given$zDIF, given$p, z, 2 * pnorm(-abs(z))))
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "psychometric 2.3, whether a correlation differs from 0 (21 infants), and two from each other (30 each)"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "r 0.40: t 1.90, p 0.036; by cor.test t 1.90, p 0.072
r -0.40: t -1.90, p 0.964; by cor.test t -1.90, p 0.072
0.6 and 0.3: z 1.41, p 0.079; by hand z 1.41, p 0.159
0.3 and 0.6: z -1.41, p 0.921; by hand z -1.41, p 0.159" ] || { echo "This has changed." >&2; exit 1; }
