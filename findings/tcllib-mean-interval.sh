#!/usr/bin/env bash
# Tcllib 1.21 (Debian 12): the 95 % interval of a mean.
#
# Expected: interval-mean-stdev data 0.95 gives "the interval containing the mean value [...] with a certain level of confidence": mean
# less and plus t of .975 times s over the root of n, 12.65 to 15.95 for the ten scores below (R's t.test), and bounds for the standard
# deviation.
# Seen (2026-12-01): 12.34 to 16.26, which is the 97.5 % interval. t is taken as the root of F's quantile, which holds both tails of t,
# but at .975, where .95 belongs. So .95 gives 97.5 %, .99 gives 99.5 %, .90 gives 95 %: intervals are wider than said, by a fifth with
# ten infants, and a gain whose interval leaves out 0 may be told to hold it. The bounds of the standard deviation are two empty texts.
# Nothing is said.
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
set scores {12 15 11 18 14 13 16 17 12 15}
foreach {level t} {0.90 1.8331129 0.95 2.2621572 0.99 3.2498355} { ;# t of 9 degrees of freedom, from a table
    set half [expr {$t * [stdev $scores] / sqrt(10)}]
    lassign [interval-mean-stdev $scores $level] low high
    puts [format "%s: by the table %.2f to %.2f, as given %.2f to %.2f" $level [expr {[mean $scores] - $half}] \
        [expr {[mean $scores] + $half}] $low $high]
}
TCL
libraries=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries TCL_LIBRARY=$folder/root/usr/share/tcltk/tcl8.6 root/usr/bin/tclsh8.6 try.tcl 2>&1)
echo "Tcllib 1.21, intervals of the mean of ten scores"
echo "$seen"
echo "expected: both the same in each line"
[ "$seen" = "0.90: by the table 12.96 to 15.64, as given 12.65 to 15.95
0.95: by the table 12.65 to 15.95, as given 12.34 to 16.26
0.99: by the table 11.92 to 16.68, as given 11.60 to 17.00" ] || { echo "This has changed." >&2; exit 1; }
