"""usage: mne_check.py ATTUNE FILE ...: samples and annotations as MNE reads them, against `attune`.

Signals whose rate is not the file's highest are left out: MNE resamples them.
"""

import json
import subprocess
import sys

import mne
import numpy as np

mne.set_log_level("ERROR")
attune, files = sys.argv[1], sys.argv[2:]
failures = 0
for path in files:
    told = json.loads(subprocess.run([attune, "inspect", path], capture_output=True, check=True).stdout)
    read = mne.io.read_raw_bdf if told["variant"].startswith("BDF") else mne.io.read_raw_edf
    raw = read(path, preload=True, infer_types=False)
    worst, compared = 0.0, 0
    ordinary = [s for s in told["signals"] if s["kind"] != "annotation"]
    fastest = max(s["sample_rate_hz"] for s in ordinary)
    for index, signal in enumerate(told["signals"]):
        if signal["kind"] == "annotation" or signal["sample_rate_hz"] != fastest:
            continue
        csv = subprocess.run([attune, "samples", path, "--signal", str(index)], capture_output=True, text=True).stdout
        ours = np.array([float(line.split(",")[3]) for line in csv.splitlines()[1:]])
        scale = {"uV": 1e-6, "mV": 1e-3}.get(signal["unit"], 1)
        theirs = raw.get_data(picks=[index])[0] / scale
        span = signal["physical_max"] - signal["physical_min"]
        worst = max(worst, np.abs(ours - theirs).max() / span)
        compared += 1
    mine = sorted((round(a["onset_s"], 6), round(a["duration_s"] or 0, 6), a["text"]) for a in told["annotations"])
    notes = raw.annotations
    theirs = sorted(
        (round(onset, 6), round(duration, 6), text)
        for onset, duration, text in zip(notes.onset, notes.duration, notes.description)
    )
    agree = worst < 1e-12 and mine == theirs
    failures += not agree
    print(f"{path}: MNE, {compared} signals, largest difference {worst:.1e} of the range, "
          f"{len(mine)} annotations {'equal' if mine == theirs else 'DIFFERENT'}")
sys.exit(failures > 0)
