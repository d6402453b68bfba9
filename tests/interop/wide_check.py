"""The wide table of two infants, put under one another, as pandas reads it: numbers are numbers, missing is missing, every
column stands in the dictionary. usage: wide_check.py ATTUNE RECORDING RECORDING"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas

attune, *recordings = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    lines, expected = [], {}
    for code, visits in {"K-017": recordings, "K-018": recordings[:1] * 2}.items():
        out = Path(folder) / f"{code}.csv"
        call = [attune, "report", "--participant", code, "--wide", out]
        for visit in visits:
            call += ["--visit", visit]
        report = json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
        measure = next(m for m in report["measures"] if m["id"] == "rsa_ln_ms2")
        expected[code] = [visit["value"] for visit in measure["visits"]]
        text = out.read_text().splitlines(keepends=True)
        lines += text if not lines else text[1:]
    both = Path(folder) / "both.csv"
    both.write_text("".join(lines))
    table = pandas.read_csv(both)
    assert list(table["participant"]) == list(expected)
    for code, values in expected.items():
        row = table[table["participant"] == code].iloc[0]
        assert [row["rsa_ln_ms2_v1"], row["rsa_ln_ms2_v2"]] == values, (code, values)
        assert pandas.isna(row["rsa_ln_ms2_v3"])
    assert table["rsa_ln_ms2_v1"].dtype == float
    dictionary = pandas.read_csv(Path(folder) / "K-017-dictionary.csv")
    assert list(dictionary["column"]) == list(table.columns)
print(f"pandas {pandas.__version__} reads the wide table: {len(table.columns)} columns")
