#!/usr/bin/env bash
# Math::NumberCruncher 5.00 (Perl; Debian 12: libmath-numbercruncher-perl): the sign test, of how many infants improved.
#
# Expected: SignSignificance(trials, hits, probability) is "how likely it is that your data is due to chance": the chance of that many
# hits or more, 11 of 1024 for nine of ten infants and a half, 176 of 1024 for seven (R's binom.test with alternative = "greater").
# Seen (2026-12-01): 20 and 480 of 1024. From the hits to all trials a sum is made, but each time of the chance of just that many hits:
# the chance of nine, twice, for that of nine and that of ten. Only where all infants improve is it right. Two of ten or more, which is
# nearly certain (.99), has .40; six of seven improve by chance with .11 for .06, and five of twenty (with a chance of .5) have .24 for
# .99. The chance does not fall as the hits rise (.40 for two, 1.48, more than 1, for five). Nothing is said.
#
# Debian's own Perl 5.36 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libmath-numbercruncher-perl=5.00-14 >/dev/null
dpkg-deb -x libmath-numbercruncher-perl*.deb root
cat >try.pl <<'PL'
use strict;
use warnings;
use Math::NumberCruncher;

sub choose { # k of n, by Pascal's triangle
  my ($n, $k) = @_;
  return $k == 0 || $k == $n ? 1 : choose($n - 1, $k - 1) + choose($n - 1, $k);
}
for my $hits (10, 9, 7, 5, 2) {
  my $ways = 0;
  $ways += choose(10, $_) for $hits .. 10;
  printf "%d of 10: by counting %.3f, as given %.3f\n", $hits, $ways / 1024, Math::NumberCruncher::SignSignificance(10, $hits, 0.5);
}
PL
seen=$(PERL5LIB=root/usr/share/perl5 /usr/bin/perl try.pl 2>&1)
echo "Math::NumberCruncher 5.00, the chance of so many of ten or more"
echo "$seen"
echo "expected: both the same in each line"
[ "$seen" = "10 of 10: by counting 0.001, as given 0.001
9 of 10: by counting 0.011, as given 0.020
7 of 10: by counting 0.172, as given 0.469
5 of 10: by counting 0.623, as given 1.477
2 of 10: by counting 0.989, as given 0.396" ] || { echo "This has changed." >&2; exit 1; }
