#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the kappa of two coders, each of whom uses a code that the other never uses.
#
# Expected: agreement is that both gave the same code (Cohen 1960). Below, two coders agree in six of ten intervals, and what one
# calls 3 (protest) is 4 (gaze aversion) to the other: .6 observed, .18 by chance, kappa .51.
# Seen (2026-11-29): kappa 1.00. It is taken from the diagonal of the table, whose rows are the codes of the one and whose columns
# the codes of the other; as each uses three, 3 and 4 meet in the third cell of it, and count as agreement. Where the one uses
# four codes and the other three, no kappa is given and no reason. With one interval in which both gave 3, and one in which both
# gave 4, it is right.
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
kappa() {
  {
    echo "DATA LIST LIST NOTABLE /first second."
    echo "BEGIN DATA"
    printf '%s %s\n' "$@"
    echo "END DATA."
    echo "CROSSTABS /TABLES=first BY second /STATISTICS=KAPPA."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  sed -n 's/^Measure of Agreement,Kappa,\([^,]*\),.*/\1/p' out.csv | grep . || echo none
}
same=(1 1 1 1 1 1 2 2 2 2 2 2)
seen="$(kappa "${same[@]}" 3 4 3 4 3 4 3 4), $(kappa "${same[@]}" 3 3 3 4 3 4 3 4), $(kappa "${same[@]}" 3 3 4 4 3 4 3 4)"
echo "PSPP 1.6.2, two coders who agree six times, and four times give 3 and 4; one of these is 3 for both; and another 4 for both"
echo "expected: .51, .62, .74"
echo "seen:     $seen"
[ "$seen" = "1.00, none, .74" ] || { echo "This has changed." >&2; exit 1; }
