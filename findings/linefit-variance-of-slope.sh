#!/usr/bin/env bash
# Statistics::LineFit 0.07 (Perl; Debian 12: libstatistics-linefit-perl): how sure the slope of a line is.
#
# Expected: varianceOfEstimates() gives the variances of intercept and slope, that of the slope being the residuals' variance by the x
# values' sum of squares, so that its root is what tStatistics() of the same module divides the slope by: .27 for a score over ten months
# (R's lm).
# Seen (2026-12-01): the root is .19. With three of the scores a little other, so that two points happen to lie near the line, it is .015
# for .23, a slope that passes for known fifteen times as well. Each point's own squared residual is taken for the variance that its value
# was measured with, so that two points near the line outweigh all others (and one that lies on it to the last digit does not count at
# all). Slope, sigma and t are right. The help refers to a formula of Numerical Recipes (15.2.9) for variances that are known beforehand.
#
# Debian's own Perl 5.36 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libstatistics-linefit-perl=0.07-3 >/dev/null
dpkg-deb -x libstatistics-linefit-perl*.deb root
cat >try.pl <<'PL'
use strict;
use warnings;
use Statistics::LineFit;

my @month = 3 .. 12;
for my $scores ([ 41, 47, 45, 52, 50, 57, 55, 60, 58, 66 ], [ 44, 47, 45, 52, 50, 57, 56, 60, 58, 62 ]) {
  my $fit = Statistics::LineFit->new();
  $fit->setData(\@month, $scores);
  my (undef, $slope) = $fit->coefficients();
  my (undef, $t) = $fit->tStatistics();
  my (undef, $variance) = $fit->varianceOfEstimates();
  my ($n, $mean, $sxx, $rss) = (10, 7.5, 0, 0);
  $sxx += ($_ - $mean) ** 2 for @month;
  $rss += $_ ** 2 for $fit->residuals();
  printf "slope %.2f, its error by the formula %.3f, by its t %.3f, by varianceOfEstimates %.3f\n", $slope,
    sqrt($rss / ($n - 2) / $sxx), $slope / $t, sqrt $variance;
}
PL
seen=$(PERL5LIB=root/usr/share/perl5 /usr/bin/perl try.pl 2>&1)
echo "Statistics::LineFit 0.07, the standard error of a slope of ten scores"
echo "$seen"
echo "expected: three equal numbers in each line"
[ "$seen" = "slope 2.38, its error by the formula 0.272, by its t 0.272, by varianceOfEstimates 0.190
slope 2.02, its error by the formula 0.230, by its t 0.230, by varianceOfEstimates 0.015" ] || { echo "This has changed." >&2; exit 1; }
