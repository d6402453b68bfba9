#!/usr/bin/env bash
# waveslim 1.8.4 (R; Debian 12: r-cran-waveslim): the cross-correlation of two series with gaps at different times.
#
# Expected: spin.correlation takes NA (its own brick.wall writes it), and a lag's correlation is that of the samples that both series
# have at that lag. Below, the second series is a copy of the first: 1.00 at lag 0, with or without gaps.
# Seen (2026-11-30): what is missing is taken out of each series by itself before they are laid together, so that from the first gap to
# the second one series is ahead by the length of the gap. With three of 200 samples missing in each, at other times, the two copies
# have .29 at lag 0, and their greatest at the lag -3, as if one led. Of gaps at the same time (as brick.wall's) nothing is seen. Nothing
# is said.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-waveslim=1.8.4-1 \
  libblas3 liblapack3 libgfortran5 libquadmath0 \
  libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(waveslim))
at <- 1:200
whole <- cos(0.61 * at^2)
missing <- function(from) replace(whole, from:(from + 2), NA)
shown <- function(x, y) {
  pairs <- sapply(-5:5, function(lag) cor(x[6:195 + lag], y[6:195], use = "complete.obs"))
  seen <- spin.correlation(x, y, 5)
  cat(sprintf("by pairs %.2f, greatest at %d; ", pairs[6], which.max(pairs) - 6))
  cat(sprintf("seen %.2f, greatest at %d\n", seen[6], which.max(seen) - 6))
}
shown(whole, whole)
shown(missing(60), missing(60))
shown(missing(20), missing(170))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "waveslim 1.8.4, spin.correlation of a series and its copy at lag 0: whole, gaps of three at the same time, and at other times"
echo "$seen"
echo "expected: by pairs and as seen alike"
[ "$seen" = "by pairs 1.00, greatest at 0; seen 1.00, greatest at 0
by pairs 1.00, greatest at 0; seen 1.00, greatest at 0
by pairs 1.00, greatest at 0; seen 0.29, greatest at -3" ] || { echo "This has changed." >&2; exit 1; }
