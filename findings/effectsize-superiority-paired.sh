#!/usr/bin/env bash
# effectsize 0.8.3 (R; Debian 12: r-cran-effectsize): the probability that an infant has more at the second visit than at the first.
#
# Expected: for paired values p_superiority(second, first, paired = TRUE) is, as its help says, "the probability that the [...] difference
# is larger than" 0: where the changes have mean m and spread s, and are normal, the normal probability of m / s. Of a thousand normal
# changes with m = s 84.1 % are above 0, as can be counted: .841.
# Seen (2026-11-30): .760, the normal probability of m / s over the root of 2, which is that of two groups, where one infant of each is
# drawn. A change has no second one to be drawn with it. A gain of nearly all infants, .960, reads as .892, nearer to chance than it is,
# and its interval with it. With parametric = FALSE it is not so.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-effectsize=0.8.3+dfsg-1 \
  r-cran-{insight,bayestestr,parameters,performance,datawizard} libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
library(effectsize)
show <- function(words, first, second) {
  changes <- second - first
  cat(sprintf("%s: counted %.3f, by the normal distribution %.3f, p_superiority %.3f\n", words, mean(changes > 0),
              pnorm(mean(changes) / sd(changes)), p_superiority(second, first, paired = TRUE)$p_superiority))
}
normal <- qnorm(ppoints(1000))
first <- rep(10:14, 200)
for (d in c(0.3, 1, 1.75)) show(paste("d", d), first, first + normal + d)
show("ten infants", c(4, 6, 5, 3, 7, 5, 4, 6, 8, 5), c(6, 5, 7, 4, 9, 8, 3, 7, 9, 9))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "effectsize 0.8.3, the probability that a change is above 0"
echo "$seen"
echo "expected: all alike in the first three lines"
[ "$seen" = "d 0.3: counted 0.618, by the normal distribution 0.618, p_superiority 0.584
d 1: counted 0.841, by the normal distribution 0.841, p_superiority 0.760
d 1.75: counted 0.960, by the normal distribution 0.960, p_superiority 0.892
ten infants: counted 0.800, by the normal distribution 0.813, p_superiority 0.735" ] || { echo "This has changed." >&2; exit 1; }
