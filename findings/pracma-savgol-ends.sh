#!/usr/bin/env bash
# pracma 2.4.2-1 (R; Debian 12: r-cran-pracma): the ends of a smoothed signal, and its slope there.
#
# Expected: savgol fits a polynomial round each sample ("local polynomial regression", as its help says), and at the ends to what there is,
# or it gives NA there. A heart rate of 140 that does not change stays 140 with a slope of 0, as with Octave's sgolayfilt.
# Seen (2026-11-30): before the first sample and after the last the signal is taken for 0. With a window of 21 samples a steady 140 begins
# at 77.5, overshoots to 151 and has a slope of 10 a sample; the end is its mirror. Each epoch begins and ends with a fall of the heart that
# was not there, more so the higher the rate; signals round 0 hide it. The help does not speak of the ends (it does say that derivatives
# lack a factor), and nothing is said.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-pracma=2.4.2-1 libblas3 liblapack3 libgfortran5 \
  libquadmath0 libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(pracma))
# The fit itself: a polynomial of the window's samples that there are, by least squares, at each sample.
fitted_at <- function(signal, width, order, derivative) {
  sapply(seq_along(signal), function(i) {
    window <- max(1, i - width %/% 2):min(length(signal), i + width %/% 2)
    qr.solve(outer(window - i, 0:order, "^"), signal[window])[derivative + 1]
  })
}
rate <- rep(140, 60)
breathing <- 140 + 5 * sin(0:59 * 2 * pi / 30)
show <- function(words, x) {
  x <- round(x[c(1, 3, 5, 9, 30, 56, 60)], 1)
  cat(sprintf("%s: %s\n", words, paste(sprintf("%.1f", ifelse(x == 0, 0, x)), collapse = " ")))
}
show("steady", savgol(rate, 21, 2))
show("steady, slope", savgol(rate, 21, 2, 1))
show("breathing", savgol(breathing, 21, 4))
show("steady, by least squares", fitted_at(rate, 21, 2, 0))
show("steady, slope, by least squares", fitted_at(rate, 21, 2, 1))
show("breathing, by least squares", fitted_at(breathing, 21, 4, 0))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R 2>&1)
echo "pracma 2.4.2-1, savgol of a heart rate of 140, at the samples 1, 3, 5, 9, 30, 56 and 60 of 60"
echo "$seen"
echo "expected: the first three lines as the last three"
[ "$seen" = "steady: 77.5 106.5 130.9 151.3 140.0 130.9 77.5
steady, slope: 10.0 9.5 8.2 3.5 0.0 -8.2 -10.0
breathing: 82.5 126.2 152.4 142.2 139.0 144.8 80.6
steady, by least squares: 140.0 140.0 140.0 140.0 140.0 140.0 140.0
steady, slope, by least squares: 0.0 0.0 0.0 0.0 0.0 0.0 0.0
breathing, by least squares: 140.0 142.0 143.7 145.0 139.0 135.7 139.0" ] || { echo "This has changed." >&2; exit 1; }
