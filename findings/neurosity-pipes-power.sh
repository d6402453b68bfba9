#!/usr/bin/env bash
# @neurosity/pipes 5.2.1 (npm): the power of a band of EEG.
#
# Expected: fft gives a power spectral density, as its documentation and the name "psd" say, so that twice the amplitude is four
# times the power, and the result does not hang on the length of the epoch more than by its resolution.
# Seen (2026-11-29): it is the amplitude of each bin, neither squared nor divided by Hz, and powerByBand is its mean over the bins of
# the band. A sine of 10 uV has 2.0, one of 20 uV 4.0; in epochs of 2 s in place of 1 s the 10 uV are .9, of 4 s .5. An asymmetry of
# the logarithms of two electrodes is half of what it is in the literature, and "relative power" is a share of amplitudes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @neurosity/pipes@5.2.1 @neurosity/dsp@1.0.1 >/dev/null
cat >try.cjs <<'JS'
const { of } = require("rxjs");
const { fft, powerByBand } = require("@neurosity/pipes");
function alpha(amplitude, seconds) {
  const samplingRate = 256, bins = samplingRate * seconds;
  const sine = Array.from({ length: bins }, (_, i) => amplitude * Math.sin((2 * Math.PI * 10 * i) / samplingRate));
  let seen;
  of({ data: [sine], info: { samplingRate } }).pipe(fft({ bins }), powerByBand()).subscribe((bands) => (seen = bands.alpha[0]));
  return `${amplitude} uV, ${seconds} s: ${seen.toFixed(2)}`;
}
console.log([alpha(10, 1), alpha(20, 1), alpha(10, 2), alpha(10, 4)].join("; "));
JS
seen=$(node try.cjs)
echo "@neurosity/pipes 5.2.1, alpha \"power\" (7.5 to 12.5 Hz) of a sine of 10 Hz"
echo "expected: the second four times the first, the others about as the first (10 uV^2/Hz, mean of the band: 50 uV^2 / 5 Hz)"
echo "seen:     $seen"
[ "$seen" = "10 uV, 1 s: 2.00; 20 uV, 1 s: 4.00; 10 uV, 2 s: 0.91; 10 uV, 4 s: 0.48" ] || { echo "This has changed." >&2; exit 1; }
