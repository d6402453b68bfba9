#!/usr/bin/env bash
# @thi.ng/dsp 4.7.115 (npm): the power of an EEG rhythm, from epochs of different length.
#
# Expected: spectrumPow gives the power spectrum, "optionally as dBFS", scaled for the window, so that a sine of 20 uV has 400 uV^2, or
# 26.0 dB (10 log10 of it), whatever the length of the epoch; for power at one frequency twice the samples change nothing.
# Seen (2026-12-01): the dB are 26.0 for epochs of 1, 2 and 4 s; the power is 51 200, 102 400 and 204 800. In dB the amplitude is scaled
# by 2 by the number of samples and then squared, without dB the square is scaled by the same number once, so that it grows with the
# length of the epoch and with the sampling rate. Epochs of 2 s at one visit and of 4 s at the other make twice the theta. Ratios within
# one epoch are right. Its help says that the scale is 1 unless a window is given, and nothing of this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @thi.ng/dsp@4.7.115 >/dev/null
cat >try.mjs <<'JS'
import { fft, spectrumPow } from "@thi.ng/dsp";
const RATE = 256;
for (const seconds of [1, 2, 4]) {
  const sine = () => Float64Array.from({ length: seconds * RATE }, (_, i) => 20 * Math.sin((2 * Math.PI * 10 * i) / RATE));
  const [power, db] = [false, true].map((inDb) => spectrumPow(fft(sine()), inDb)[10 * seconds]);
  console.log(`${seconds} s: ${power.toFixed(0)}, ${db.toFixed(1)} dB, which is ${(10 ** (db / 10)).toFixed(0)}`);
}
JS
seen=$(node try.mjs)
echo "@thi.ng/dsp 4.7.115, the power of a sine of 20 uV at 10 Hz"
echo "$seen"
echo "expected: 400 and 26.0 dB in each line"
[ "$seen" = "1 s: 51200, 26.0 dB, which is 400
2 s: 102400, 26.0 dB, which is 400
4 s: 204800, 26.0 dB, which is 400" ] || { echo "This has changed." >&2; exit 1; }
