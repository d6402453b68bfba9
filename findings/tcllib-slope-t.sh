#!/usr/bin/env bash
# Tcllib 1.21 (Debian 12): whether a score rises over months.
#
# Expected: linear-model gives for the slope its standard error and its "significance level", for which the source has t, and the "number
# of degrees of freedom": error .167 of a slope of .943, t 5.66 with 4 degrees of freedom, p .005, for six months (R's lm).
# Seen (2026-12-01): the error is right, and t is 11.32, the slope by its error times the root of the degrees of freedom: twice what it is
# with six months, three times with eleven, ten times with 102. The degrees of freedom are 6, the number of months. So it is for the
# intercept and for a line through 0, too. Eleven months that rise by chance, t 1.14 and p .28, have 3.42, p .008. The longer a series,
# the surer any slope. Nothing is said.
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
foreach scores {{2 3 5 4 6 7} {4 2 5 3 6 5} {4 2 5 3 6 5 3 4 6 4 5}} {
    set months {}
    for {set month 1} {$month <= [llength $scores]} {incr month} { lappend months $month }
    lassign [linear-model $months $scores] A B seY R2 df seA tA seB tB
    puts [format "%d months: slope %.3f, error %.3f, slope by error %.2f, t as given %.2f" $df $B $seB [expr {$B / $seB}] $tB]
}
TCL
libraries=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
seen=$(LD_LIBRARY_PATH=$libraries TCL_LIBRARY=$folder/root/usr/share/tcltk/tcl8.6 root/usr/bin/tclsh8.6 try.tcl 2>&1)
echo "Tcllib 1.21, slopes of scores"
echo "$seen"
echo "expected: the last two the same in each line"
[ "$seen" = "6 months: slope 0.943, error 0.167, slope by error 5.66, t as given 11.32
6 months: slope 0.429, error 0.330, slope by error 1.30, t as given 2.60
11 months: slope 0.136, error 0.119, slope by error 1.14, t as given 3.42" ] || { echo "This has changed." >&2; exit 1; }
