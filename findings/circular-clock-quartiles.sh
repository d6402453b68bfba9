#!/usr/bin/env bash
# circular 0.4-95 (R; Debian 12: r-cran-circular): the quartiles of clock times, as of when infants fall asleep.
#
# Expected: a quarter of the times lie before the first quartile, in the direction in which the clock runs; how the circle is to be drawn
# (template = "clock24": zero above, to the right) does not change the numbers. For nine times from 20:00 to 3:00: 22:00, 23:00, 0:00.
# Seen (2026-11-30): with that template, which the package has for such data, the quartiles are counted against the clock: "25%" is 0:00 and
# "75%" 22:00, "10%" is 1:00 and "90%" 20:48. summary() has its quartiles, minimum and maximum the same way round, the latest infant as the
# earliest; a percentile that is wanted alone is that of the other end. Without the template, or in degrees, all is right. For directions
# with the template "geographics" (which turns as a clock does) it is the same. The help says nothing of it.
#
# R itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download r-base-core=4.2.2.20221110-2 r-cran-circular=0.4-95-1 r-cran-boot r-cran-mvtnorm \
  libblas3 liblapack3 libgfortran5 libquadmath0 libgomp1 libicu72 libpcre2-8-0 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.R <<'R'
suppressMessages(library(circular))
asleep <- c(20, 21, 22, 22.5, 23, 23.5, 0, 0.5, 3)
shown <- function(name, times, hour = 1) {
  found <- as.numeric(quantile(times, c(0.1, 0.25, 0.5, 0.75, 0.9))) / hour
  minutes <- round(60 * found) %% 1440
  cat(sprintf("%s: %s\n", name, paste(sprintf("%d:%02d", minutes %/% 60, minutes %% 60), collapse = ", ")))
}
shown("hours", circular(asleep, units = "hours"))
shown("degrees", circular(15 * asleep, units = "degrees"), 15)
shown("hours, clock24", circular(asleep, units = "hours", template = "clock24"))
shown("degrees, geographics", circular(15 * asleep, units = "degrees", template = "geographics"), 15)
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(R_HOME=$r R_LIBS=$r/site-library LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R)
echo "circular 0.4-95, quantiles .1, .25, .5, .75 and .9 of 20:00, 21:00, 22:00, 22:30, 23:00, 23:30, 0:00, 0:30 and 3:00"
echo "$seen"
echo "expected: each line as the first"
[ "$seen" = "hours: 20:48, 22:00, 23:00, 0:00, 1:00
degrees: 20:48, 22:00, 23:00, 0:00, 1:00
hours, clock24: 1:00, 0:00, 23:00, 22:00, 20:48
degrees, geographics: 1:00, 0:00, 23:00, 22:00, 20:48" ] || { echo "This has changed." >&2; exit 1; }
