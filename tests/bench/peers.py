"""usage: peers.py epochs|whole FILE: asymmetry and heart of a recording by MNE, and NeuroKit2 where it is installed, as JSON.

What `attune analyze` does of itself: windows of 1 s at half overlap with a Hann taper, as recorded, without filter; left out
are those beyond 150 uV about their mean or with steps of more than 100 uV, of a pair if either site is. The spectra of all
channels come from epochs, as MNE's users form them, or of the whole signals at once: the same numbers, in less time.
"""

import json
import platform
import sys

import mne
import numpy as np
import scipy
from numpy.lib.stride_tricks import sliding_window_view
from scipy.interpolate import CubicSpline
from scipy.signal import spectrogram

try:
    import neurokit2
except ImportError:
    neurokit2 = None

pairs = [("F3", "F4"), ("F7", "F8"), ("P3", "P4")]
alpha_hz, rsa_hz, epoch_s = (6, 9), (0.24, 1.04), 30


def by_epochs(raw, eeg, window):
    epochs = mne.make_fixed_length_epochs(raw, duration=1, overlap=0.5, preload=True)
    spectra = epochs.compute_psd("welch", picks=eeg, window="hann", n_fft=window, fmin=1, fmax=40)
    windows = epochs.get_data()
    return (windows[:, site] for site in eeg), spectra.get_data().swapaxes(0, 1), spectra.freqs


def by_whole_signals(raw, eeg, window):
    hop = window - window // 2
    how = dict(window="hann", n_fft=window, n_overlap=window - hop, average=None)
    spectra = raw.compute_psd("welch", picks=eeg, fmin=1, fmax=40, **how)
    windows = (sliding_window_view(raw.get_data(picks=site)[0], window)[::hop] for site in eeg)
    return windows, spectra.get_data().swapaxes(1, 2), spectra.freqs


def is_clean(windows):
    about_mean = np.abs(windows - windows.mean(-1, keepdims=True)).max(-1)
    return (about_mean <= 150e-6) & (np.abs(np.diff(windows)).max(-1) <= 100e-6)


def asymmetry(raw, spectra_of):
    eeg = list(mne.pick_types(raw.info, eeg=True))
    windows, density, frequency = spectra_of(raw, eeg, round(raw.info["sfreq"]))
    clean = [is_clean(channel) for channel in windows]
    power = density[..., (frequency >= alpha_hz[0]) & (frequency <= alpha_hz[1])].sum(-1)
    for pair in pairs:
        left, right = (eeg.index(raw.ch_names.index(site)) for site in pair)
        used = clean[left] & clean[right]
        faa = np.log(power[right, used].mean() / power[left, used].mean())
        yield {"left": pair[0], "right": pair[1], "faa_ln": faa, "windows_used": int(used.sum())}


def r_peaks(raw):
    rate = round(raw.info["sfreq"])
    if neurokit2 is None:
        return (mne.preprocessing.find_ecg_events(raw)[0][:, 0] - raw.first_samp) / rate
    cleaned = neurokit2.ecg_clean(raw.get_data(picks="ecg")[0], sampling_rate=rate)
    return np.asarray(neurokit2.ecg_peaks(cleaned, sampling_rate=rate, correct_artifacts=True)[1]["ECG_R_Peaks"]) / rate


def rsa(times, rr_ms):
    """The usual way: intervals interpolated at 4 Hz, ln of the band's power in each epoch, their mean."""
    rate = 4
    series = CubicSpline(times[1:], rr_ms)(np.arange(times[1], times[-1], 1 / rate))
    how = dict(fs=rate, window="hamming", nperseg=epoch_s * rate, noverlap=0, detrend="linear")
    frequency, _, density = spectrogram(series, **how)
    inside = (frequency >= rsa_hz[0]) & (frequency <= rsa_hz[1])
    return np.log(density[inside].sum(0) * frequency[1]).mean()


def heart(raw):
    times = r_peaks(raw)
    rr_ms = 1000 * np.diff(times)
    epoch = times[1:] // epoch_s
    steps = [np.diff(rr_ms[epoch == one]) for one in np.unique(epoch)]
    return {
        "heart_rate_bpm": 60000 / rr_ms.mean(),
        "rmssd_ms": np.mean([np.sqrt(np.mean(step**2)) for step in steps if step.size]),
        # MNE alone finds every second beat of an infant: too few for the band.
        "rsa_ln_ms2": rsa(times, rr_ms) if neurokit2 else None,
    }


mne.set_log_level("ERROR")
way, path = sys.argv[1:]
raw = mne.io.read_raw_edf(path, preload=True, infer_types=True)
raw.set_channel_types({"ECG": "ecg"})
versions = {package.__name__: package.__version__ for package in (mne, neurokit2, np, scipy) if package}
found = {
    "asymmetry": list(asymmetry(raw, {"epochs": by_epochs, "whole": by_whole_signals}[way])),
    "heart": heart(raw),
    "versions": versions | {"python": platform.python_version()},
}
print(json.dumps(found))
