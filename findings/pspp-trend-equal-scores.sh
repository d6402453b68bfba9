#!/usr/bin/env bash
# PSPP 1.6.2 (Debian 12): the Jonckheere-Terpstra test of a trend over ordered groups, where scores are equal.
#
# Expected: of each pair of infants from two groups, one point if the one in the later group has more, half a point if both have the same
# (Hollander & Wolfe 1999, 6.2), so that groups with the very same scores have the mean of the statistic, z 0 and p 1.
# Seen (2026-11-30): equal scores of different groups get less than their half. Three groups of six with 0, 0, 1, 1, 2, 2 each have
# z -1.54; of 24 each, with scores of 0 to 3 as an item of a questionnaire has, z is -3.46 and p .001: a decline that is not there, and a
# rise that is there gets smaller by as much. Where no scores are equal it is right. Nothing is said.
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
trend() { # over three groups, from lines of score and group
  {
    echo "DATA LIST LIST NOTABLE /score group."
    echo "BEGIN DATA"
    cat
    echo "END DATA."
    echo "NPAR TESTS /JONCKHEERE-TERPSTRA score BY group(1,3)."
  } >try.sps
  LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
  sed -n 's/^score,[0-9]*,[0-9]*,\([^,]*\),\([^,]*\),[^,]*,\([^,]*\),\([^,]*\)$/\1 of a mean of \2, z \3, p \4/p' out.csv
}
same() { # INFANTS HIGHEST: three groups, each with all scores from 0 on equally often
  local group i
  for group in 1 2 3; do for ((i = 0; i < $1; i++)); do echo "$((i % ($2 + 1))) $group"; done; done
}
seen="$(printf '%s %s\n' 1 1 4 1 7 1 2 2 5 2 8 2 3 3 6 3 9 3 | trend); $(same 6 2 | trend); $(same 24 3 | trend)"
echo "PSPP 1.6.2, the statistic of 1 4 7, 2 5 8 and 3 6 9; of three groups of 6 with the same scores; of three of 24"
echo "expected: 18.00, z 1.00; 54.00, z .00; 864.00, z .00"
echo "seen:     $seen"
[ "$seen" = "18.00 of a mean of 13.50, z 1.00, p .317; 36.00 of a mean of 54.00, z -1.54, p .122; \
540.00 of a mean of 864.00, z -3.46, p .001" ] || { echo "This has changed." >&2; exit 1; }
