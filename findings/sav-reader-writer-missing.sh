#!/usr/bin/env bash
# @codious/sav-reader-writer 1.1.4 (npm): an answer that is missing, in a table for SPSS.
#
# Expected: what has no value in the records, null as JSON and databases give it or the empty text of a CSV field, is missing in the SPSS
# file (or an error): a mother who left a question out has no answer.
# Seen (2026-11-30): null and the empty text become 0, also a text of blanks; only a field that is not there at all is missing. On a scale
# that begins at 0 an answer that was not given is the lowest score, and nothing in the file tells it from one. Nothing is said.
# What was written is read by another program below (readstat 1.1.8, Debian 12).
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @codious/sav-reader-writer@1.1.4 >/dev/null
apt-get -qq -o APT::Sandbox::User=root download readstat=1.1.8-1 libreadstat1=1.1.8-1 libcsv3 libxlsxwriter4 libminizip1 libssl3 \
  zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.cjs <<'JS'
const { toBuffer, VariableType } = require("@codious/sav-reader-writer");
const answers = [{ answer: 3 }, { answer: 0 }, { answer: null }, { answer: "" }, { answer: " " }, {}];
const variables = [{ name: "id", type: VariableType.Numeric }, { name: "answer", type: VariableType.Numeric }];
require("fs").writeFileSync("out.sav", toBuffer(answers.map((answer, i) => ({ id: i + 1, ...answer })), variables));
JS
node try.cjs
LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu:root/lib/x86_64-linux-gnu root/usr/bin/readstat out.sav out.csv >/dev/null 2>&1
seen=$(tail -n +2 out.csv | cut -d , -f 2 | sed 's/\.0*$//; s/^$/missing/' | paste -sd ' ')
echo "@codious/sav-reader-writer 1.1.4, the answers 3, 0, null, an empty text, a blank, and none at all, in the SPSS file"
echo "expected: 3 0 missing missing missing missing"
echo "seen:     $seen"
[ "$seen" = "3 0 0 0 0 missing" ] || { echo "This has changed." >&2; exit 1; }
