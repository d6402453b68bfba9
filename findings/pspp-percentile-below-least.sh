#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the low percentiles of a small sample.
#
# Expected: EXAMINE's percentiles (its manual: by default 5 to 95, by the method HAVERAGE) lie between the least and the greatest value, as
# each definition of a quantile has it: 141 for the 5th of eight heart rates of which 141 is the least.
# Seen (2026-11-30): it is 63.45, and the 10th 126.90. Where the weighted average needs a value before the first, 0 is taken for it, so that
# the result slides from the least value down to 0: the 5th percentile below 19 infants, the 10th below 9. At the upper end the greatest
# value is kept (158). WAVERAGE does the same, and ROUND gives 0 itself. Norms or cut-offs that are taken from a small group of controls
# are far too low. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download pspp=1.6.2-2 libgsl27 libgslcblas0 libreadline8 libxml2 libicu72 liblzma5 zlib1g \
  libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 \
  libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 \
  libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$folder/root/usr/lib/x86_64-linux-gnu
examine() { # HIGHEST METHOD: the percentiles of the heart rates that are not above it
  {
    echo "DATA LIST LIST NOTABLE /rate."
    echo "BEGIN DATA"
    for rate in 141 144 146 148 150 153 155 158 160 162 163 164 165 166 168 170 171 172 174; do
      if ((rate <= $1)); then echo "$rate"; fi
    done
    echo "END DATA."
    echo "EXAMINE rate /PERCENTILES(5,10,95)=$2."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  sed -n 's/^rate,Weighted Average,\(.*\),\(.*\),\(.*\)$/5th \1, 10th \2, 95th \3/p' out.csv
}
seen="8: $(examine 158 HAVERAGE)
18: $(examine 172 HAVERAGE)
19: $(examine 174 HAVERAGE)
8, WAVERAGE: $(examine 158 WAVERAGE)
8, ROUND: $(examine 158 ROUND)"
echo "PSPP 1.6.2, percentiles of 8, of 18 and of 19 heart rates; the least is 141, the greatest 158, 172 and 174"
echo "$seen"
echo "expected: none below 141"
[ "$seen" = "8: 5th 63.45, 10th 126.90, 95th 158.00
18: 5th 133.95, 10th 143.70, 95th 172.00
19: 5th 141.00, 10th 144.00, 95th 174.00
8, WAVERAGE: 5th 56.40, 10th 112.80, 95th 156.80
8, ROUND: 5th .00, 10th 141.00, 95th 158.00" ] || { echo "This has changed." >&2; exit 1; }
