#!/usr/bin/env bash
# Praat 6.3.07 (Debian 12): Kendall's tau-b of scores among which some are equal.
#
# Expected: the report says "Kendall's tau-b", which leaves a pair of infants with equal scores in x out of x's part of the denominator, and
# one with equal scores in y out of y's (Kendall 1945): a column with itself has 1, and the twelve infants below have .778 (R's cor too).
# Seen (2026-11-30): a pair that is equal in both columns still counts in one part, so that every such pair brings the correlation nearer to
# 0: .750 for .778, and .905 for two coders who gave the same twelve scores (.816 where there are two scores only, twice each). Pairs that
# are equal in one column alone are treated right, so that columns without such infants pass a test. Nothing is said.
#
# R comes with it, to compare; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download praat=6.3.07-1 libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 \
  libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 \
  libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 \
  libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 zlib1g r-base-core=4.2.2.20221110-2 libblas3 liblapack3 libgfortran5 \
  libquadmath0 libgomp1 libicu72 libreadline8 libtirpc3 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.praat <<'PRAAT'
writeInfo: ""
procedure correlate: .x#, .y#
  .size = size (.x#)
  Create Table with column names: "scores", .size, "x y"
  for .row to .size
    Set numeric value: .row, "x", .x# [.row]
    Set numeric value: .row, "y", .y# [.row]
  endfor
  .report$ = Report correlation (Kendall tau): "x", "y", 0.025
  .tau = extractNumber (.report$, "Correlation = ")
  appendInfoLine: fixed$ (.tau, 3)
endproc
scores# = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3 }
@correlate: { 1, 2, 3, 4, 4, 5 }, { 2, 1, 3, 3, 5, 4 }
@correlate: scores#, { 0, 0, 1, 0, 1, 1, 2, 2, 3, 3, 3, 2 }
@correlate: scores#, scores#
@correlate: { 1, 1, 2, 2 }, { 1, 1, 2, 2 }
PRAAT
cat >try.R <<'R'
tau <- function(x, y) cat(sprintf("%.3f\n", cor(x, y, method = "kendall")))
scores <- rep(0:3, each = 3)
tau(c(1, 2, 3, 4, 4, 5), c(2, 1, 3, 3, 5, 4))
tau(scores, c(0, 0, 1, 0, 1, 1, 2, 2, 3, 3, 3, 2))
tau(scores, scores)
tau(c(1, 1, 2, 2), c(1, 1, 2, 2))
R
r=$folder/root/usr/lib/R libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$r/lib:$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
HOME=$folder LD_LIBRARY_PATH=$libraries root/usr/bin/praat_nogui --run try.praat >praat.txt
R_HOME=$r LD_LIBRARY_PATH=$libraries "$r/bin/exec/R" --no-echo --vanilla --no-environ -f try.R >r.txt
echo "Praat 6.3.07, tau-b of two columns: equal scores in one alone; in both for some infants; one with itself, of 12 and of 4 infants"
echo "expected (R): " $(cat r.txt)
echo "seen:         " $(cat praat.txt)
[ "$(paste -sd' ' r.txt) $(paste -sd' ' praat.txt)" = "0.643 0.778 1.000 1.000 0.643 0.750 0.905 0.816" ] ||
  { echo "This has changed." >&2; exit 1; }
