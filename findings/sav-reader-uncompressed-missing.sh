#!/usr/bin/env bash
# sav-reader 2.0.8 (npm): an answer that is missing, in an SPSS file that is not compressed.
#
# Expected: a number that SPSS shows as missing (system-missing) is none in the rows, the same whether the file was saved compressed or not.
# Seen (2026-11-30): the row of a compressed file has no such field, that of an uncompressed one has -1.7976931348623157e+308, SPSS's inner
# sign for it, as a number like any other. A mean of scores is lost, a change of two visits 0 where both are missing, "below the cut-off"
# true. SPSS, PSPP and R's haven write either kind, as they are told. The package's page does not speak of it, and nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error sav-reader@2.0.8 >/dev/null
apt-get -qq -o APT::Sandbox::User=root download pspp=1.6.2-2 libgsl27 libgslcblas0 libreadline8 libxml2 libicu72 liblzma5 zlib1g \
  libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 \
  libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 \
  libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$folder/root/usr/lib/x86_64-linux-gnu
cat >try.sps <<'SPS'
DATA LIST LIST NOTABLE /infant first second.
BEGIN DATA
1 3 5
2 . 4
3 4 .
4 . .
END DATA.
SAVE OUTFILE='compressed.sav' /COMPRESSED.
SAVE OUTFILE='uncompressed.sav' /UNCOMPRESSED.
SPS
LD_LIBRARY_PATH=$libraries/pspp:$libraries:$folder/root/lib/x86_64-linux-gnu HOME=$folder root/usr/bin/pspp -o out.csv try.sps
cat >try.cjs <<'JS'
const { SavBufferReader } = require("sav-reader");
const { readFileSync } = require("fs");
async function show(file) {
  const reader = new SavBufferReader(readFileSync(file));
  await reader.open();
  console.log(file);
  for (const { infant, first, second } of await reader.readAllRows()) console.log(`  infant ${infant}: ${first}, ${second}`);
}
show("compressed.sav").then(() => show("uncompressed.sav"));
JS
seen=$(node try.cjs)
echo "sav-reader 2.0.8, two visits' scores of four infants in the same file, saved either way by PSPP 1.6.2"
echo "$seen"
echo "expected: the same rows twice"
[ "$seen" = "compressed.sav
  infant 1: 3, 5
  infant 2: undefined, 4
  infant 3: 4, undefined
  infant 4: undefined, undefined
uncompressed.sav
  infant 1: 3, 5
  infant 2: -1.7976931348623157e+308, 4
  infant 3: 4, -1.7976931348623157e+308
  infant 4: -1.7976931348623157e+308, -1.7976931348623157e+308" ] || { echo "This has changed." >&2; exit 1; }
