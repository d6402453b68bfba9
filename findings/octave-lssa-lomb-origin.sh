#!/usr/bin/env bash
# octave-lssa 0.1.4 (Debian 12, for Octave 7.3.0): the Lomb periodogram of values that were not taken at even times.
#
# Expected: Lomb's tau makes the power the same wherever the clock begins and whatever its unit (Lomb 1976, Scargle 1982): it is the sum of
# squares that the best sine of that period takes away, 295.5 of 302.2 for the saliva cortisol below (by least squares in the script; twice
# SciPy's lombscargle is the same), and never more than all of it.
# Seen (2026-11-30): lombcoeff and lombnormcoeff take the phase by which the sine is to be turned, divided by the frequency, off the phase
# and not off the time, so that it is right by chance only. The same cortisol has 397 with hours from midnight, 441 from the first sample,
# 256 from five in the morning, 435 in days: mostly more than there is. The normalised power is 9.21 for 6.85, p .0001 for .001. Long and
# evenly sampled recordings hide it; three samples a day, or the beats of a short epoch, do not. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-lssa=0.1.4-2 \
  libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libbz2-1.0 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcom-err2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgmp10 libgnutls30 libgomp1 \
  libgraphicsmagick++-q16-12 libgraphicsmagick-q16-3 libgssapi-krb5-2 libhdf5-103-1 libheif1 libhogweed6 libhwy1 libicu72 libidn2-0 \
  libjbig0 libjpeg62-turbo libjxl0.7 libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 liblapack3 liblcms2-2 libldap-2.5-0 liblerc4 \
  liblzma5 libmd0 libmetis5 libnettle8 libnghttp2-14 libnuma1 libopengl0 libp11-kit0 libpcre3 libpng16-16 libpsl5 libqrupdate1 \
  libquadmath0 libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtasn1-6 libtiff6 \
  libumfpack5 libunistring2 libwebp7 libwebpmux3 libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 \
  libzstd1 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
cortisol = [14.1 9.2 3.0 13.2 9.9 2.4 15.0 8.1 3.3 12.6 9.0 2.7 14.4 8.7 3.6]';
cortisol -= mean (cortisol);
hours = ([8; 11; 20] + 24 * (0:4))(:);
day = 2 * pi / 24;
function power = squares (time, x, omega)
  waves = [cos(omega * time), sin(omega * time)];
  power = sumsq (waves * (waves \ x));
end
for clock = {"from midnight", hours, 1; "from the first", hours - 8, 1; "from five", hours - 5, 1; "in days", hours / 24, 24}'
  [name, time, unit] = clock{:};
  omega = day * unit;
  truth = squares (time, cortisol, omega);
  printf ("%s: %.1f and %.2f, by least squares %.1f and %.2f\n", name, lombcoeff (time, cortisol, omega), ...
          lombnormcoeff (time, cortisol, omega), truth, truth / (2 * var (cortisol)));
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path root/usr/share/octave/packages/lssa-0.1.4 try.m 2>/dev/null)
echo "octave-lssa 0.1.4, power of the period of a day (lombcoeff, lombnormcoeff) in 15 samples of which the sum of squares is 302.2"
echo "$seen"
echo "expected: in each line as by least squares"
[ "$seen" = "from midnight: 397.5 and 9.21, by least squares 295.5 and 6.85
from the first: 441.2 and 10.22, by least squares 295.5 and 6.85
from five: 255.6 and 5.92, by least squares 295.5 and 6.85
in days: 435.0 and 10.08, by least squares 295.5 and 6.85" ] || { echo "This has changed." >&2; exit 1; }
