#!/usr/bin/env bash
# bids-validator 1.15.0 (npm): the age of an infant in days.
#
# Expected: BIDS takes ages in years unless participants.json gives other units; where it says "Units": "d", an age of 126 is that of
# an infant of four months, and no one of 89 years.
# Seen (2026-11-29): the units are not read. A warning (code 56) says that participants of 89 or higher should be tagged as 89+, for
# their privacy; from 12.7 weeks of age in days on, from 20 and a half months in weeks. Who follows it writes 89+ for all of a sample's
# infants, and loses their ages. An age of 88 days has no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error bids-validator@1.15.0 >/dev/null
mkdir -p data/sub-01/beh
cd data
echo '{"Name": "Infants", "BIDSVersion": "1.8.0", "Authors": ["X", "Y"]}' >dataset_description.json
echo '{"age": {"Description": "age at the visit", "Units": "d"}}' >participants.json
echo "Answers of infants." >README
printf 'trial\n1\n' >sub-01/beh/sub-01_task-play_beh.tsv
echo '{"TaskName": "play", "trial": {"Description": "number of the trial"}}' >sub-01/beh/sub-01_task-play_beh.json
seen=
for age in 88 126; do
  printf 'participant_id\tage\nsub-01\t%s\n' "$age" >participants.tsv
  node ../node_modules/bids-validator/bin/bids-validator . --json >../out.json 2>/dev/null || true
  seen+="${seen:+, }$age: $(node -p 'const { errors, warnings } = JSON.parse(require("fs").readFileSync("../out.json")).issues;
    `${errors.length} errors, ${warnings.some(({ code }) => code === 56) ? "89+" : "nothing"}`')"
done
echo "bids-validator 1.15.0, ages in days, with their unit in participants.json: what it says of them"
echo "expected: nothing"
echo "seen:     $seen"
[ "$seen" = "88: 0 errors, nothing, 126: 0 errors, 89+" ] || { echo "This has changed." >&2; exit 1; }
