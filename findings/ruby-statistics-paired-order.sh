#!/usr/bin/env bash
# ruby-statistics 2.1.1 (Debian 12): the paired t test of infants at two visits, by which visit is named first.
#
# Expected: with :two_tail p is the same whichever visit is named first, and "alternative", whether there is a difference, is true where p
# is at most alpha: .018 for the four infants below, who all gained (t 4.70; R's t.test).
# Seen (2026-12-01): .018 with the second visit first, and 1.982, above 1, with the first visit first: p is twice the upper tail of t,
# whose sign is not taken off (the test of two groups beside it does that). So a table in the order of time finds no gain, ever, and no
# loss in the other order. The test of one list against a number, whose sign is right, has as many degrees of freedom as infants, and not
# one less: p .009 for .018 of the same four gains against 0. Nothing is said.
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

first = [5, 6, 7, 9]
second = [7, 9, 8, 12]
gains = second.zip(first).map { |b, a| b - a }
tests = {
  "second, first" => StatisticalTest::TTest.paired_test(0.05, :two_tail, second, first),
  "first, second" => StatisticalTest::TTest.paired_test(0.05, :two_tail, first, second),
  "gains against 0" => StatisticalTest::TTest.perform(0.05, :two_tail, 0, gains)
}
tests.each { |name, test| printf("%s: t %.2f, p %.4f, a difference: %s\n", name, test[:t_score], test[:p_value], test[:alternative]) }
RB
ruby=$folder/root/usr/lib/ruby/3.1.0 libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu \
  RUBYLIB=$folder/root/usr/share/rubygems-integration/all/gems/ruby-statistics-2.1.1/lib:$ruby:$libraries/ruby/3.1.0 \
  root/usr/bin/ruby3.1 --disable-gems try.rb 2>&1)
echo "ruby-statistics 2.1.1, four infants at two visits, two-tailed"
echo "$seen"
echo "expected: p .0182 and a difference in each line"
[ "$seen" = "second, first: t 4.70, p 0.0182, a difference: true
first, second: t -4.70, p 1.9818, a difference: false
gains against 0: t 4.70, p 0.0093, a difference: true" ] || { echo "This has changed." >&2; exit 1; }
