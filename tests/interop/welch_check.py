"""usage: welch_check.py ATTUNE FILE: the spectrum of every EEG channel against scipy.signal.welch, to 1e-9 relative.

Every window is used (all artifact limits at the ends of their ranges). Samples are those `attune samples` prints, and the
file's own as MNE reads them where MNE is installed.
"""

import json
import subprocess
import sys
import tempfile

import numpy as np
from scipy.signal import coherence, welch

attune, path = sys.argv[1:]
bound = 1e-9
settings = {
    "eeg": {
        "max_abs_uv": 10000,
        "max_step_uv": 10000,
        "flat_uv": 0,
        "clipped_samples": 65535,
        "muscle_factor": 1000,
        "disconnected_mains": 1e6,
        "bridged_difference": 0,
    }
}


def told(*arguments):
    return subprocess.run([attune, *arguments], capture_output=True, check=True, text=True).stdout


def samples(signal):
    rows = told("samples", path, "--signal", str(signal)).splitlines()[1:]
    return np.array([float(row.split(",")[3]) for row in rows])


def samples_by_mne():
    try:
        import mne
    except ImportError:
        return None
    raw = mne.io.read_raw_edf(path, preload=True, infer_types=False, verbose="ERROR")
    return {name: 1e6 * values for name, values in zip(raw.ch_names, raw.get_data())}


def greatest(ours, theirs):
    return np.max(np.abs(np.asarray(ours) - theirs) / np.abs(theirs))


with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
    json.dump(settings, file)
    file.flush()
    eeg = json.loads(told("analyze", path, "--settings", file.name))["eeg"]
labels = [signal["label"] for signal in json.loads(told("inspect", path))["signals"]]
read = samples_by_mne()
worst = {"Attune": 0.0} | ({"MNE": 0.0} if read else {})
by_site = {}
for channel in eeg["channels"]:
    rate = channel["sample_rate_hz"]
    window = dict(fs=rate, window="hann", nperseg=round(rate), noverlap=round(rate) // 2, detrend="constant")
    bins = len(channel["frequency_hz"])
    sources = {"Attune": samples(labels.index(channel["label"]))}
    if read:
        sources["MNE"] = read[channel["label"]]
    for source, values in sources.items():
        frequency, density = welch(values, **window)
        assert np.array_equal(frequency[1 : bins + 1], channel["frequency_hz"])
        worst[source] = max(worst[source], greatest(channel["psd_uv2_per_hz"], density[1 : bins + 1]))
    by_site[channel["site"]] = (sources["Attune"], window)
for source, difference in worst.items():
    print(f"{path}: {len(eeg['channels'])} spectra of SciPy's Welch on samples of {source}, "
          f"largest relative difference {difference:.1e}")

for pair in eeg["asymmetry"]:
    if pair["faa_ln"] is None:
        continue
    (left, window), (right, _) = by_site[pair["left"]], by_site[pair["right"]]
    band = slice(round(eeg["band_low_hz"]), round(eeg["band_high_hz"]) + 1)
    power = [welch(values, **window)[1][band].sum() for values in (left, right)]
    faa = np.log(power[1] / power[0])
    shared = coherence(left, right, **window)[1][band].mean()
    worst[pair["left"]] = abs(pair["faa_ln"] - faa)
    print(f"{path}: asymmetry {pair['right']} - {pair['left']} {pair['faa_ln']:.6f}, SciPy differs by "
          f"{abs(pair['faa_ln'] - faa):.1e}; coherence {pair['coherence']:.6f}, by {abs(pair['coherence'] - shared):.1e}")
sys.exit(int(max(worst.values()) > bound))
