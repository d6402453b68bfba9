#!/usr/bin/env bash
# dsp.js 1.0.1 and @neurosity/dsp 1.0.1 (npm): the frequency of EEG by the faster one of two Fourier transforms.
#
# Expected: RFFT gives the same spectrum as FFT and DFT, only faster ("a little more than twice as fast as the one in FFT", as its comment
# says): the same sine has its peak at the same place of "spectrum" and "peakBand".
# Seen (2026-11-30): with RFFT each frequency stands one place lower: 10 Hz at 9 in an epoch of one second, where FFT and DFT have 10, and
# 4 Hz at 3, so that theta is counted as delta. The lowest one, whose place would be the mean's, is lost: of 20 uV of 1 Hz nothing is left.
# getBandFrequency, which is half a place high for FFT and DFT (10.5 for 10 Hz), says 9.5. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error dsp.js@1.0.1 @neurosity/dsp@1.0.1 >/dev/null
cat >try.cjs <<'JS'
const rate = 256;
for (const name of ["dsp.js", "@neurosity/dsp"]) {
  const library = require(name);
  for (const frequency of [1, 4, 10]) {
    const eeg = Float64Array.from({ length: rate }, (_, i) => 20 * Math.sin((2 * Math.PI * frequency * i) / rate));
    const places = ["DFT", "FFT", "RFFT"].map((kind) => {
      const transform = new library[kind](rate, rate);
      transform.forward(eeg);
      const peak = Math.max(...transform.spectrum);
      return `${kind} ${peak.toFixed(0)} at ${peak > 1 ? transform.spectrum.indexOf(peak) : "none"}`;
    });
    console.log(`${name}, ${frequency} Hz: ${places.join(", ")}`);
  }
}
JS
seen=$(node try.cjs)
echo "dsp.js 1.0.1 and @neurosity/dsp 1.0.1, the peak (in uV) of a second of a sine of 20 uV, and where it stands"
echo "$seen"
echo "expected: 20 at 1, at 4 and at 10"
[ "$seen" = "dsp.js, 1 Hz: DFT 20 at 1, FFT 20 at 1, RFFT 0 at none
dsp.js, 4 Hz: DFT 20 at 4, FFT 20 at 4, RFFT 20 at 3
dsp.js, 10 Hz: DFT 20 at 10, FFT 20 at 10, RFFT 20 at 9
@neurosity/dsp, 1 Hz: DFT 20 at 1, FFT 20 at 1, RFFT 0 at none
@neurosity/dsp, 4 Hz: DFT 20 at 4, FFT 20 at 4, RFFT 20 at 3
@neurosity/dsp, 10 Hz: DFT 20 at 10, FFT 20 at 10, RFFT 20 at 9" ] || { echo "This has changed." >&2; exit 1; }
