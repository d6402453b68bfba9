#!/usr/bin/env bash
# Maxima 5.46.0 (Debian 12: maxima, its package stats): the sign test, of how many infants gained.
#
# Expected: test_sign(changes) has the same p for nine of ten who gain as for nine of ten who lose, 22 of 1024 for both sides (.021);
# alternative = greater, "median > 0" by its own words, has 11 of 1024 (.011) where nine gain, and less 1023 (.999); nobody's p is 0.
# Seen (2026-12-01): nine who gain have .021, nine who lose .002, ten who lose exactly 0 and ten who gain .002. The statistic is how many
# lose, and the upper tail leaves out the count itself. Of one side the two tests are exchanged: greater has .989 for nine who gain and
# less .011, so that a gain is found to be a loss, while the line above says H1: median > 0. Five and five have .754 for 1. Nothing is
# said; the signed rank and the rank sum test of the same package have their sides right.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download maxima=5.46.0-11 maxima-share=5.46.0-11 libedit2 libgmp10 libtirpc3 libx11-6 libxcb1 \
  libxau6 libxdmcp6 libbsd0 libmd0 libtinfo6 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 libkeyutils1 libcom-err2 \
  >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.mac <<'MAC'
load(stats)$
changes(gain) := append(makelist(k, k, 1, gain), makelist(-k, k, 1, 10 - gain))$
exact(least) := float(sum(binomial(10, k), k, least, 10) / 2^10)$
show(p) := printf(true, "~,4f", float(p))$
for gain in [10, 9, 5, 1, 0] do (
  printf(true, "~%~d of 10 gain: by counting ", gain),
  show(min(1, 2 * exact(max(gain, 10 - gain)))),
  printf(true, ", as given "), show(take_inference(p_value, test_sign(changes(gain)))),
  printf(true, "; greater, by counting "), show(exact(gain)),
  printf(true, ", as given "), show(take_inference(p_value, test_sign(changes(gain), 'alternative = 'greater))))$
printf(true, "~%")$
MAC
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(MAXIMA_PREFIX=$folder/root/usr HOME=$folder LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu \
  sh root/usr/bin/maxima --very-quiet --batch-string='load("try.mac")$' 2>&1 | grep counting)
echo "Maxima 5.46.0, sign tests of ten changes"
echo "$seen"
echo "expected: both numbers the same, of both sides and of one"
[ "$seen" = "10 of 10 gain: by counting 0.0020, as given 0.0020; greater, by counting 0.0010, as given 0.9990
9 of 10 gain: by counting 0.0215, as given 0.0215; greater, by counting 0.0107, as given 0.9893
5 of 10 gain: by counting 1.0000, as given 0.7539; greater, by counting 0.6230, as given 0.3770
1 of 10 gain: by counting 0.0215, as given 0.0020; greater, by counting 0.9990, as given 0.0010
0 of 10 gain: by counting 0.0020, as given 0.0000; greater, by counting 1.0000, as given 0.0000" ] || {
  echo "This has changed." >&2
  exit 1
}
