"""The coupling of two series computed by SciPy and statsmodels, for tests/core/dyad_test.cpp.

usage: python3 tests/interop/dyad_check.py   (Debian: python3-scipy, python3-statsmodels)

Three pairs of 300 steps from a generator that both programs can run to the last bit: x follows its own last value, y its
own and what x was three steps before, by 0, 0.4 and 0.8. Prints what the test must hold, and fails where it does not: r at lags -10, 0 and 3 of the series
without level, line and waves slower than 60 steps; F of each on the other's past by a VAR(3) of statsmodels, and with a
fourth lag that is not tested, with its p.
"""
import os
import re
import sys

import numpy as np
import scipy
import scipy.linalg
import scipy.signal
import scipy.stats
import statsmodels
import statsmodels.api as sm
from statsmodels.tsa.api import VAR


def pair(seed, strength, n=300):
    state = seed

    def draw():
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return state / 2**31 - 0.5

    x, y = np.zeros(n), np.zeros(n)
    for t in range(n):
        x[t] = (0.7 * x[t - 1] if t > 0 else 0) + draw()
        y[t] = (0.5 * y[t - 1] if t > 0 else 0) + (strength * x[t - 3] if t > 2 else 0) + draw()
    return x, y


def detrended(x, slowest=60):
    n = len(x)
    place = (np.arange(n) + 0.5) / n
    basis = [np.ones(n), place - 0.5] + [np.cos(np.pi * k * place) for k in range(1, 2 * n // slowest + 1)]
    basis = np.column_stack(basis)
    return x - basis @ scipy.linalg.lstsq(basis, x)[0]


def correlation(m, i, lag):
    n = len(m)
    # scipy.signal.correlate(i, m)[n - 1 + lag] = sum of m(t) i(t + lag)
    both = scipy.signal.correlate(i, m, method="direct")[n - 1 + lag]
    m_part = m[max(0, -lag) : n - max(0, lag)]
    i_part = i[max(0, lag) : n - max(0, -lag)]
    return both / np.sqrt((m_part**2).sum() * (i_part**2).sum())


def augmented(follower, leader, order):
    lags = order + 1
    columns = [follower[lags - k : -k] for k in range(1, lags + 1)] + [leader[lags - k : -k] for k in range(1, lags + 1)]
    fit = sm.OLS(follower[lags:], sm.add_constant(np.column_stack(columns))).fit()
    tested = np.zeros((order, 1 + 2 * lags))
    for k in range(order):
        tested[k, 1 + lags + k] = 1
    test = fit.f_test(tested)
    return float(test.fvalue), float(test.pvalue)


with open(os.path.join(os.path.dirname(__file__), "../core/dyad_test.cpp")) as file:
    held = file.read()
print("SciPy", scipy.__version__, "statsmodels", statsmodels.__version__)
missing = 0
for seed, strength in ((1, 0.0), (2, 0.4), (3, 0.8)):
    x, y = pair(seed, strength)
    m, i = detrended(x), detrended(y)
    var = VAR(np.column_stack([x, y])).fit(3, trend="c")
    values = [correlation(m, i, lag) for lag in (-10, 0, 3)]
    values += [var.test_causality(1, [0], kind="f").test_statistic, var.test_causality(0, [1], kind="f").test_statistic]
    values += [var.coefs[2][1][0], *augmented(y, x, 3), *augmented(x, y, 3)]
    print(seed, strength, *[float(value) for value in values])
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", held)]
    for value in values:
        if not any(abs(value - number) <= 1e-9 * abs(value) for number in numbers):
            print(f"  {value!r} does not stand in tests/core/dyad_test.cpp")
            missing += 1
sys.exit(1 if missing else 0)
