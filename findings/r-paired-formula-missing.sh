#!/usr/bin/env bash
# R 4.2.2 (Debian 12: r-base-core): the paired t test by a formula, where infants lack one of two visits.
#
# Expected: t.test(score ~ visit, paired = TRUE), on a table with a row for each infant and visit, removes missing values "in pairs", as
# its help says: of the eight infants below, of whom one lacks the first visit and one the second, six have a change, 2.17, t 7.05, p .001.
# Seen (2026-11-30): seven changes, .57, t .24, p .82. Each visit's missing rows are dropped for themselves, and what is left is paired in
# its order, so that between the two gaps each infant's visit is held against its neighbour's. wilcox.test does the same (.93 for .03). If
# the visits lack unlike numbers there is an error; with as many at both, as where one infant comes late and one leaves early, nothing is
# said. From two columns it is right.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
first <- c(10, 18, 9, 14, 21, 13, NA, 16)
second <- c(12, NA, 11, 15, 24, 16, 9, 18)
both <- !is.na(first) & !is.na(second)
show <- function(words, test, ranks) {
  cat(sprintf("%s: %d changes, t %.2f, mean %.2f, p %.4f; signed ranks p %.3f\n", words, test$parameter + 1, test$statistic,
              test$estimate, test$p.value, suppressWarnings(ranks)$p.value))
}
show("those who have both", t.test((second - first)[both]), wilcox.test((second - first)[both]))
show("two columns", t.test(second, first, paired = TRUE), wilcox.test(second, first, paired = TRUE))
long <- data.frame(score = c(second, first), visit = factor(rep(2:1, each = 8), levels = 2:1))
show("formula", t.test(score ~ visit, long, paired = TRUE), wilcox.test(score ~ visit, long, paired = TRUE))
long$score[1] <- NA
cat("one more missing at the second visit:", tryCatch(t.test(score ~ visit, long, paired = TRUE)$p.value, error = conditionMessage), "\n")
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "R 4.2.2, the changes of eight infants of whom two lack a visit"
echo "$seen"
echo "expected: the first three lines alike"
[ "$seen" = "those who have both: 6 changes, t 7.05, mean 2.17, p 0.0009; signed ranks p 0.034
two columns: 6 changes, t 7.05, mean 2.17, p 0.0009; signed ranks p 0.034
formula: 7 changes, t 0.24, mean 0.57, p 0.8159; signed ranks p 0.933
one more missing at the second visit: not all arguments have the same length " ] || { echo "This has changed." >&2; exit 1; }
