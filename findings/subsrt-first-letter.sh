#!/usr/bin/env bash
# subsrt-ts 2.1.2 (npm): the codes in a file of Advanced SubStation Alpha (.ass, .ssa).
#
# Expected: the last field of a Dialogue line, behind the last comma that the Format line announces, is the text, from its first character
# on.
# Seen (2026-11-30): its first character is gone, unless it is a blank: look becomes ook, and a code of one letter, L for looking or C for
# crying, becomes empty. So do the texts of the files that it writes itself, when it reads them again. Times and the number of codes are
# right, and all codes of one letter are the same code then. Nothing is said. (subsrt 1.1.1, from which it comes, keeps the text.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error subsrt-ts@2.1.2 subsrt@1.1.1 >/dev/null
cat >codes.ass <<'ASS'
[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,L
Dialogue: 0,0:00:03.00,0:00:04.50,Default,,0,0,0,,C
Dialogue: 0,0:00:04.50,0:00:06.00,Default,,0,0,0,,look, away
ASS
cat >try.cjs <<'JS'
const ts = require("subsrt-ts").default;
const text = require("node:fs").readFileSync("codes.ass", "utf8");
const codes = (captions) => captions.filter((caption) => caption.type === "caption").map((caption) => `[${caption.text}]`).join(" ");
const own = ts.build(require("subsrt").parse(text, { format: "ass" }), { format: "ass" });
console.log(`subsrt-ts: ${codes(ts.parse(text, { format: "ass" }))}`);
console.log(`subsrt-ts, of a file of its own: ${codes(ts.parse(own, { format: "ass" }))}`);
console.log(`subsrt: ${codes(require("subsrt").parse(text, { format: "ass" }))}`);
JS
seen=$(node try.cjs)
echo "subsrt-ts 2.1.2, three codes in an .ass file"
echo "$seen"
echo "expected: [L] [C] [look, away] three times"
[ "$seen" = "subsrt-ts: [] [] [ook, away]
subsrt-ts, of a file of its own: [] [] [ook, away]
subsrt: [L] [C] [look, away]" ] || { echo "This has changed." >&2; exit 1; }
