#!/usr/bin/env bash
# Praat 6.3.07 (Debian 12): which of two groups has the larger values, as the Wilcoxon rank-sum test reports it.
#
# Expected: "Report group difference (Wilcoxon rank sum)" names under "Larger:" the group whose values are larger: follow-up, where all of
# its five vowels are longer than the five of the baseline, in whichever order the groups are asked for.
# Seen (2026-11-30): it names the group whose values are smaller, in both orders and whenever the two differ. The area under the curve is
# that of the first group over the second, 0 where all of the first lie below, as it should be; who reads the words has the direction
# of the change turned round. The t test of the same menu gives the difference with the right sign. The program's
# manual has no word on this report.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download praat=6.3.07-1 libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 \
  libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 \
  libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 \
  libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.praat <<'PRAAT'
Create Table with column names: "vowels", 10, "ms group"
for row to 10
  Set numeric value: row, "ms", 100 + 10 * row
  Set string value: row, "group", if row <= 5 then "baseline" else "follow-up" fi
endfor
writeInfo: ""
procedure compare: .first$, .second$
  .report$ = Report group difference (Wilcoxon rank sum): "ms", "group", .first$, .second$
  .larger$ = extractLine$ (.report$, "Larger: ")
  .area = extractNumber (.report$, "Area under curve: ")
  .report$ = Report group difference (Student t): "ms", "group", .first$, .second$, 0.025
  .difference = extractNumber (.report$, "Difference = ")
  appendInfoLine: .first$, " and ", .second$, ": area ", .area, ", difference ", .difference, ", larger: ", .larger$
endproc
@compare: "baseline", "follow-up"
@compare: "follow-up", "baseline"
PRAAT
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu root/usr/bin/praat_nogui --run try.praat)
echo "Praat 6.3.07, five values of the baseline, 110 to 150 ms, and five of the follow-up, 160 to 200 ms"
echo "$seen"
echo "expected: the follow-up is larger, twice"
[ "$seen" = "baseline and follow-up: area 0, difference -50, larger: baseline
follow-up and baseline: area 1, difference 50, larger: baseline" ] || { echo "This has changed." >&2; exit 1; }
