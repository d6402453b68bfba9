#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): Barlow's spectral purity index of EEG.
#
# Expected: the index has no unit. It is 1 for a sine and less for anything else, whether the EEG is in uV or mV and however strong it is
# (Goncharova & Barlow 1990); the sibling function tdp has it as exp(2 * F(2) - F(1) - F(3)) of the powers of signal, slope and curvature.
# Seen (2026-11-30): barlow's third result is divided by the cube of the mean amplitude where the amplitude itself belongs. The same sine
# has 2.5 with an amplitude of 1, .0000025 with 1000 and 24 800 with .01. Of two electrodes, or of an infant at two visits, the one with the
# larger EEG is the less pure, whatever its rhythm; an amplifier that counts in mV makes all EEG purer than a sine. The first two results,
# amplitude and frequency, go with the unit as they should. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 octave-nan=3.7.0-3 \
  libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcurl3-gnutls libcurl4 \
  libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 libfontconfig1 libfreetype6 \
  libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 libgraphicsmagick-q16-3 \
  libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 libldap-2.5-0 liblerc4 libmd0 \
  libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 libreadline8 librtmp1 libsasl2-2 \
  libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 libwmflite-0.2-7 libx11-6 \
  libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
randn ("seed", 5);
rate = 250;
time = (0:60 * rate - 1)' / rate;
sine = sin (2 * pi * 10 * time);
noise = randn (size (time));
function show (words, signal)
  [~, ~, purity] = barlow (signal);
  powers = tdp (signal, 2);
  printf ("%s: %.3g, by tdp's formula %.2f\n", words, purity, exp (2 * powers(2) - powers(1) - powers(3)));
end
for amplitude = [1 10 1000 0.01]
  show (sprintf ("a sine of %g", amplitude), amplitude * sine);
  show (sprintf ("white noise of %g", amplitude), amplitude * noise);
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/nan-3.7.0" try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, the spectral purity index (barlow)"
echo "$seen"
echo "expected: one value for each kind of signal, 1 for a sine and less for noise"
[ "$seen" = "a sine of 1: 2.48, by tdp's formula 1.00
white noise of 1: 1.29, by tdp's formula 0.67
a sine of 10: 0.0248, by tdp's formula 1.00
white noise of 10: 0.0129, by tdp's formula 0.67
a sine of 1000: 2.48e-06, by tdp's formula 1.00
white noise of 1000: 1.29e-06, by tdp's formula 0.67
a sine of 0.01: 2.48e+04, by tdp's formula 1.00
white noise of 0.01: 1.29e+04, by tdp's formula 0.67" ] || { echo "This has changed." >&2; exit 1; }
