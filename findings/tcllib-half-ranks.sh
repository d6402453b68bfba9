#!/usr/bin/env bash
# Tcllib 1.21 (Debian 12): the Wilcoxon test and Spearman's rank correlation of scores among which some are equal.
#
# Expected: equal scores share the mean of their ranks: 2.5 for two that have the ranks 2 and 3. Two groups with the very same scores have
# a statistic of 0, and test-Wilcoxon a b is the negative of test-Wilcoxon b a; Spearman's correlation of the seven pairs below is .944
# (R's cor).
# Seen (2026-12-01): the mean of the ranks is cut to a whole number, 2 for 2.5, as whole numbers are divided, so that each infant of an
# even number of equal ones loses half a rank. Two groups of twelve with the scores 0 to 3 three times each have -.35, in either order,
# two of 24 -.25: whichever group is named first lies lower. The six infants below differ from six others by -1.76 or by 1.12. Spearman's
# correlation is .925. Where no scores are equal, or an odd number, all is right. Nothing is said.
#
# Tcl itself is fetched too; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download tcllib=1.21+dfsg-1 tcl8.6=8.6.13+dfsg-2 libtcl8.6=8.6.13+dfsg-2 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.tcl <<'TCL'
lappend auto_path root/usr/share/tcltk/tcllib1.21
package require math::statistics
namespace path ::math::statistics
foreach times {3 6} {
    set group [lrepeat $times 0 1 2 3]
    puts [format "twice %d infants with the same scores: %.2f" [llength $group] [test-Wilcoxon $group $group]]
}
set treated {0 1 1 2 3 1}
set others {1 2 2 3 3 2}
puts [format "treated and others: %.3f, others and treated: %.3f" [test-Wilcoxon $treated $others] [test-Wilcoxon $others $treated]]
puts [format "seven pairs: %.3f" [spearman-rank {1 2 2 3 4 4 5} {1 3 2 4 4 5 5}]]
TCL
libraries=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries TCL_LIBRARY=$folder/root/usr/share/tcltk/tcl8.6 root/usr/bin/tclsh8.6 try.tcl 2>&1)
echo "Tcllib 1.21, rank tests of equal scores"
echo "$seen"
echo "expected: 0 and 0, two numbers of one size, .944"
[ "$seen" = "twice 12 infants with the same scores: -0.35
twice 24 infants with the same scores: -0.25
treated and others: -1.761, others and treated: 1.121
seven pairs: 0.925" ] || { echo "This has changed." >&2; exit 1; }
