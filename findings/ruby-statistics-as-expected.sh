#!/usr/bin/env bash
# ruby-statistics 2.1.1 (Debian 12): whether infants are shared among classes as was expected, by chi-squared.
#
# Expected: goodness_of_fit(alpha, expected, observed) has p near 1 where counts are nearly those expected, .97 for 29, 30 and 31 of 90
# infants and three classes alike, and for two classes, 25 and 15 of 40, chi-squared 2.5, p .11 (R's chisq.test).
# Seen (2026-12-01): p is minus infinity for both, which is below alpha, so that "alternative" is true: the counts are told not to fit.
# The distribution is had by a sum over as many steps as 10 000 times half of chi-squared, rounded: none where chi-squared is below 1, so
# that the better the counts fit, the surer they do not. With two classes the sum begins with a division by 0, whatever the counts. Three
# and more classes with chi-squared above 1 are right to the third digit. Nothing is said.
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

[[29, 30, 31], [25, 30, 35], [15, 30, 45], [25, 15], [21, 19]].each do |counts|
  even = [counts.sum / counts.size.to_f] * counts.size
  squared = even.zip(counts).sum { |e, o| (o - e)**2 / e }
  exact = counts.size == 3 ? Math.exp(-squared / 2) : 1 - Math.erf(Math.sqrt(squared / 2))
  test = StatisticalTest::ChiSquaredTest.goodness_of_fit(0.05, even, counts)
  printf("%s: chi-squared %.2f, by the formula p %.3f, as given %.3f, not as expected: %s\n", counts.join(", "), squared, exact,
         test[:p_value], test[:alternative])
end
RB
ruby=$folder/root/usr/lib/ruby/3.1.0 libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu \
  RUBYLIB=$folder/root/usr/share/rubygems-integration/all/gems/ruby-statistics-2.1.1/lib:$ruby:$libraries/ruby/3.1.0 \
  root/usr/bin/ruby3.1 --disable-gems try.rb 2>&1)
echo "ruby-statistics 2.1.1, whether classes have as many infants each"
echo "$seen"
echo "expected: both p alike in each line, and true where they are below .05"
[ "$seen" = "29, 30, 31: chi-squared 0.07, by the formula p 0.967, as given -Inf, not as expected: true
25, 30, 35: chi-squared 1.67, by the formula p 0.435, as given 0.435, not as expected: false
15, 30, 45: chi-squared 15.00, by the formula p 0.001, as given 0.001, not as expected: true
25, 15: chi-squared 2.50, by the formula p 0.114, as given -Inf, not as expected: true
21, 19: chi-squared 0.10, by the formula p 0.752, as given -Inf, not as expected: true" ] || { echo "This has changed." >&2; exit 1; }
