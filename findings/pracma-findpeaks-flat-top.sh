#!/usr/bin/env bash
# pracma 2.4.2-1 (R; Debian 12: r-cran-pracma): the R peaks of an ECG that is recorded in steps.
#
# Expected: findpeaks(ecg, minpeakheight = 500) finds each of the 300 beats of a clean ECG of even height; or the help says which it leaves
# out.
# Seen (2026-11-30): a peak whose two highest samples are equal is no peak by default (zero = "0": "special", the help says), and where a
# converter has steps, this is any beat whose top lies midway between two samples. Of 300 beats of 1 mV at 250 Hz 6 are missed with steps of
# 2.5 uV, 11 with 5 and 33 with 10; each makes one interval of two, and the RMSSD is 80, 111 and 215 ms for 6. Nothing is said. With
# zero = "+" all are found. A recorder of other steps changes the variability of the same heart.
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
rate <- 250
beats <- 0.5 + c(0, cumsum(0.4 + 0.01 * sin(1:299 * 0.9))) # about 150 a minute
time <- seq(0, 121, by = 1 / rate)
ecg <- 0 * time
for (beat in beats) ecg <- ecg + 1000 * exp(-((time - beat) / 0.01)^2 / 2)
rmssd <- function(seconds) 1000 * sqrt(mean(diff(diff(seconds))^2))
cat(sprintf("true: %d beats, RMSSD %.0f ms\n", length(beats), rmssd(beats)))
for (step in c(2.5, 5, 10)) {
  recorded <- round(ecg / step) * step
  found <- sort(findpeaks(recorded, minpeakheight = 500)[, 2])
  flat <- sort(findpeaks(recorded, minpeakheight = 500, zero = "+")[, 2])
  cat(sprintf("steps of %.1f uV: %d beats, RMSSD %.0f ms; with zero = \"+\" %d, %.0f ms\n", step, length(found), rmssd(found / rate),
              length(flat), rmssd(flat / rate)))
}
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R 2>&1)
echo "pracma 2.4.2-1, findpeaks of one ECG recorded in three ways"
echo "$seen"
echo "expected: 300 beats in each line, and an RMSSD of 6 or 7 ms"
[ "$seen" = 'true: 300 beats, RMSSD 6 ms
steps of 2.5 uV: 294 beats, RMSSD 80 ms; with zero = "+" 300, 7 ms
steps of 5.0 uV: 289 beats, RMSSD 111 ms; with zero = "+" 300, 7 ms
steps of 10.0 uV: 267 beats, RMSSD 215 ms; with zero = "+" 300, 7 ms' ] || { echo "This has changed." >&2; exit 1; }
