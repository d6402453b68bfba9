#!/usr/bin/env bash
# PDL::Stats 0.82 (Perl; Debian 12: libpdl-stats-perl): the analysis of variance of two groups and two visits, by the order of the rows.
#
# Expected: anova_rptd(score, infant, group, visit) with the group named as between infants tells by its arguments whose row is whose: for
# the twelve infants below group x visit has F(1, 10) = 10.95, p .008 (the t test of the groups' changes, 3.31 squared; R's aov), in
# whatever order the rows stand.
# Seen (2026-12-01): so it is while each group's rows stand together. In a table that has all first visits above all second ones F is 1.05
# and p .33, and the groups' own F 1.35 for .46: the infants' codes are made group by group and then laid on the rows from the top, as if
# these were sorted by group. In other orders F is .00 with p NaN, or there is an error (a matrix without an inverse). Means and degrees
# of freedom stay right, and nothing is said; the help shows a table sorted by infant and asks for no order.
#
# Debian's own Perl 5.36 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libpdl-stats-perl=0.82-3 pdl=1:2.081-2 libgsl27 libgslcblas0 libgfortran5 libquadmath0 \
  >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.pl <<'PL'
use strict;
use warnings;
use PDL::LiteF;
use PDL::Stats::GLM;

my @first = (9, 13, 14, 13, 10, 12, 10, 12, 9, 12, 9, 11);
my @gain = (1, 2, 0, 1, 2, 1, 3, 2, 4, 2, 3, 2);

sub test {
  my ($name, @rows) = @_;
  my (@score, @infant, @group, @visit);
  for (@rows) {
    my ($infant, $visit) = @$_;
    push @score, $first[$infant] + $visit * $gain[$infant];
    push @infant, $infant;
    push @group, $infant < 6 ? 0 : 1;
    push @visit, $visit;
  }
  my %m = pdl(@score)->anova_rptd(\@infant, \@group, \@visit, { IVNM => [ "group", "visit" ], BTWN => [0] });
  printf "%s: %s\n", $name, join ", ", map { sprintf "%s F %.2f, p %.3f", $_, $m{"| $_ | F"}, $m{"| $_ | F_p"} } "group", "group ~ visit";
}

test("by infant", map { [ $_, 0 ], [ $_, 1 ] } 0 .. 11);
test("by visit", (map { [ $_, 0 ] } 0 .. 11), (map { [ $_, 1 ] } 0 .. 11));
PL
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(PDL_NICESLICE_ENGINE=Filter::Util::Call PERL5LIB=$libraries/perl5/5.36 LD_LIBRARY_PATH=$libraries /usr/bin/perl try.pl 2>&1)
echo "PDL::Stats 0.82, two groups of six infants and two visits, the rows sorted by infant and by visit"
echo "$seen"
echo "expected: the same in both lines"
[ "$seen" = "by infant: group F 0.46, p 0.512, group ~ visit F 10.95, p 0.008
by visit: group F 1.35, p 0.272, group ~ visit F 1.05, p 0.329" ] || { echo "This has changed." >&2; exit 1; }
