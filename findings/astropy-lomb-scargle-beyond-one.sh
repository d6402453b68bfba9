#!/usr/bin/env bash
# astropy 5.2.1 (Debian 12: python3-astropy): the Lomb-Scargle periodogram of saliva samples, four a day for a week.
#
# Expected: in the standard normalisation, the default, the power is the share of the variation that a sine explains, between 0 and 1, and
# the methods differ in speed; "auto", the default too, chooses the best.
# Seen (2026-11-30): for more than 200 evenly spaced frequencies "auto" is "fast", which puts the times on a grid. Where each day has its
# samples at nearly the same times (on waking, half an hour later, at eleven and at eight in the evening, here within three minutes), sums
# that nearly cancel are divided by each other, and the error has no bound. Of the 400 powers for periods of 8 to 100 hours two, near half a
# day, are -26.52 and 19.38, so that half a day is the period found, for a whole day with .84 by the exact methods, by least squares and
# with fewer frequencies. The help of power() calls none of the methods inexact; that "fast" is of little use below some 50 samples stands
# in that of an inner function. Nothing is said.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-astropy=5.2.1-2+deb12u1 python3-erfa python3-numpy=1:1.24.2-1+deb12u1 \
  python3-configobj python3-ply python3-six python3-packaging python3-yaml libyaml-0-2 python3-pkg-resources liberfa1 \
  libblas3 liblapack3 libgfortran5 libquadmath0 libbrotli1 libcfitsio10 libcom-err2 libcurl3-gnutls libexpat1 libffi8 libgmp10 \
  libgnutls30 libgssapi-krb5-2 libhogweed6 libidn2-0 libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 libldap-2.5-0 libnettle8 \
  libnghttp2-14 libp11-kit0 libpsl5 librtmp1 libsasl2-2 libssh2-1 libssl3 libtasn1-6 libunistring2 libwcs7 libzstd1 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
warnings.simplefilter("ignore")
import numpy
from astropy.timeseries import LombScargle

sample = numpy.arange(28)
hours = (numpy.array([8, 8.5, 11, 20]) + 24.0 * numpy.arange(7)[:, None]).ravel() + numpy.round(3 * numpy.sin(sample**2)) / 60
cortisol = 10 - 4 * ((hours % 24) - 8) / 12 + numpy.sin(2.7 * sample)
periodogram = LombScargle(hours, cortisol)
for count, method in (400, "auto"), (400, "slow"), (400, "chi2"), (199, "auto"):
    frequencies = numpy.linspace(1 / 100, 1 / 8, count)
    power = periodogram.power(frequencies, method=method)
    beyond = ((power < 0) | (power > 1)).sum()
    period = 1 / frequencies[power.argmax()]
    print(f"{count}, {method}: {power.min():.2f} to {power.max():.2f}, {beyond} beyond 0 and 1, greatest at {period:.1f} hours")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/blas:$libraries/lapack:$libraries:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries /usr/bin/python3 -S try.py)
echo "astropy 5.2.1, powers of cortisol in saliva, by the number of frequencies and the method"
echo "$seen"
echo "expected: the first line as the second, but for small errors, and none beyond 0 and 1"
[ "$seen" = "400, auto: -26.52 to 19.38, 2 beyond 0 and 1, greatest at 12.0 hours
400, slow: 0.00 to 0.84, 0 beyond 0 and 1, greatest at 24.3 hours
400, chi2: 0.00 to 0.84, 0 beyond 0 and 1, greatest at 24.3 hours
199, auto: 0.00 to 0.84, 0 beyond 0 and 1, greatest at 24.2 hours" ] || { echo "This has changed." >&2; exit 1; }
