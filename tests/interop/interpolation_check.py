"""usage: interpolation_check.py ATTUNE: what RSA keeps of breathing, by `attune hrv` and by interpolated series.

Beats are made one by one, each interval the heart period at its first beat; breathing swings it by 8 ms at a known
frequency. Interpolated as usual: at 4 Hz, by cubic spline and by straight lines, Welch's spectrum of 30-s segments.
"""

import json
import subprocess
import sys
import tempfile

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.signal import welch

attune = sys.argv[1]
amplitude_ms, band_hz, bound = 8, (0.24, 1.04), 0.1
truth = np.log(amplitude_ms**2 / 2)


def beats(rate_bpm, breathing_hz):
    times = [0.0]
    while times[-1] < 181:
        wave = lambda hz: np.sin(2 * np.pi * hz * times[-1])
        period_ms = 60000 / rate_bpm + amplitude_ms * wave(breathing_hz) + 15 * wave(0.08) + 20 * wave(0.01)
        times.append(times[-1] + period_ms / 1000)
    return np.array(times)


def by_attune(times):
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("time_s\n" + "".join(f"{float(time)!r}\n" for time in times))
        file.flush()
        found = subprocess.run([attune, "hrv", file.name], capture_output=True, check=True, text=True).stdout
    return json.loads(found)["rsa_ln_ms2"]


def by_interpolation(times, series):
    rate_hz = 4
    grid = np.arange(times[1], times[-1], 1 / rate_hz)
    frequency, density = welch(series(times[1:], 1000 * np.diff(times))(grid), rate_hz, nperseg=30 * rate_hz, detrend="linear")
    inside = (frequency >= band_hz[0]) & (frequency <= band_hz[1])
    return np.log(density[inside].sum() * frequency[1])


def straight(times, values):
    return lambda grid: np.interp(grid, times, values)


worst = 0
for share in (0.35, 0.5, 0.65, 0.8):
    errors = []
    for rate_bpm in (110, 125, 140):
        times = beats(rate_bpm, share * rate_bpm / 120)
        ways = by_attune(times), by_interpolation(times, CubicSpline), by_interpolation(times, straight)
        errors.append(np.array(ways) - truth)
    own, spline, line = np.array(errors).T
    worst = max(worst, np.abs(own).max())
    print(f"breathing at {share:.2f} of half the beat rate, ln units from the truth: Attune {own[np.abs(own).argmax()]:+.3f}, "
          f"cubic spline {spline.min():+.2f}, straight lines {line.min():+.2f}")
sys.exit(int(worst > bound))
