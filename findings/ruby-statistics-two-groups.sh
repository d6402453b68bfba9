#!/usr/bin/env bash
# ruby-statistics 2.1.1 (Debian 12): the analysis of variance of two groups of infants.
#
# Expected: one_way_anova(alpha, group, group) compares the groups' means; with two groups F is the square of t. Six and six infants who
# differ by six points, t 5.55, have F(1, 10) = 30.9, p .0002 (and 30.9 by the module's own way for three groups).
# Seen (2026-12-01): F 1.00, p .34. With two groups only, F is the larger of their variances by the smaller one, which asks whether they
# vary alike, and it is then held against the degrees of freedom of the means, 1 and 10. Groups that are far apart are found not to
# differ, and two with one mean, of which one varies nine times as much as the other, have p .01. With three groups all is right. Nothing
# is said; a comment in the source tells of it.
#
# Ruby itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download ruby-statistics=2.1.1-2 ruby3.1=3.1.7+really3.1.2-0+deb12u1 \
  libruby3.1=3.1.7+really3.1.2-0+deb12u1 libgmp10 libyaml-0-2 libedit2 libffi8 libcrypt1 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.rb <<'RB'
require "statistics"

def by_means(first, second)
  within = [first, second].sum { |group| group.sum { |score| (score - group.mean)**2 } } / (first.size + second.size - 2)
  (first.mean - second.mean)**2 / (1.0 / first.size + 1.0 / second.size) / within
end

{
  "six points apart" => [[11, 15, 13, 16, 12, 14], [5, 9, 7, 10, 6, 8]],
  "one mean" => [[11, 15, 13, 16, 12, 14], [13, 14, 13.5, 14.5, 13, 13]]
}.each do |name, (first, second)|
  f, df, rest = StatisticalTest::FTest.anova_f_score(first, second)
  p = StatisticalTest::FTest.one_way_anova(0.05, first, second)[:p_value]
  printf("%s: by the means F %.1f; as given F(%d, %d) = %.1f, p %.4f\n", name, by_means(first, second), df, rest, f, p)
end
RB
ruby=$folder/root/usr/lib/ruby/3.1.0 libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu \
  RUBYLIB=$folder/root/usr/share/rubygems-integration/all/gems/ruby-statistics-2.1.1/lib:$ruby:$libraries/ruby/3.1.0 \
  root/usr/bin/ruby3.1 --disable-gems try.rb 2>&1)
echo "ruby-statistics 2.1.1, the analysis of variance of two times six infants"
echo "$seen"
echo "expected: the F by the means"
[ "$seen" = "six points apart: by the means F 30.9; as given F(1, 10) = 1.0, p 0.3409
one mean: by the means F 0.0; as given F(1, 10) = 8.8, p 0.0143" ] || { echo "This has changed." >&2; exit 1; }
