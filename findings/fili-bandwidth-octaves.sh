#!/usr/bin/env bash
# fili 2.0.3 (npm): "BW: 1" of a bandstop filter against mains interference at 50 Hz.
#
# Expected: a bandwidth of 1 Hz, as every other frequency of the same call (Fs, Fc) is in Hz: 40 Hz passes nearly whole.
# Seen (2026-11-28): the bandwidth is in octaves. "BW: 1" takes about 3 dB away at 35.4 and 70.7 Hz, one octave apart, and at 40 Hz
# half of the amplitude: muscle activity and the edge of a QRS complex go with the mains. The readme gives no unit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error fili@2.0.3 >/dev/null
cat >try.cjs <<'JS'
const { CalcCascades, IirFilter } = require("fili");
const settings = { order: 1, characteristic: "butterworth", Fs: 250, Fc: 50, BW: 1 };
const filter = new IirFilter(new CalcCascades().bandstop(settings));
const gain = (hz) => filter.responsePoint({ Fs: 250, Fr: hz }).magnitude.toFixed(2);
console.log([35.36, 40, 49.5, 50, 60, 70.71].map((hz) => `${hz} Hz ${gain(hz)}`).join(", "));
JS
seen=$(node try.cjs)
echo "fili 2.0.3, bandstop at 50 Hz with BW 1: what is left of the amplitude"
echo "expected: about 1 at 40 and 60 Hz"
echo "seen:     $seen"
[ "$seen" = "35.36 Hz 0.68, 40 Hz 0.51, 49.5 Hz 0.03, 50 Hz 0.00, 60 Hz 0.48, 70.71 Hz 0.76" ] || { echo "This has changed." >&2; exit 1; }
