#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): heart rate variability from intervals in milliseconds.
#
# Expected: heartratevariability(intervals, "ms") has the results that it has for the same intervals in seconds; NN50 counts successive
# intervals that differ by more than 50 ms, whatever the unit, and the bands of LF and HF stay in Hz.
# Seen (2026-11-30): mean, SDNN and RMSSD are the same, but 50 is in the unit taken for seconds: with "ms" NN50 counts what differs by more
# than .05 ms, so that all of 299 differences are above for 74, pNN50 is .997 for .247, and it can no longer tell two hearts apart. The
# intervals are thought a thousand times as long for the spectrum, too: its highest frequency is .0011 Hz for 1.1, and the fields LF and HF
# are not there. Nothing is said. The help names the argument with just this example ("time units e.g. 'ms'").
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 octave-tsa=4.6.3-3 \
  octave-nan=3.7.0-3 octave-signal=1.4.3-1 libbiosig3=2.5.0-1+b1 libdcmtk17 libtinyxml2.6.2v5 libaec0 libamd2 libaom3 libarpack2 \
  libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 \
  libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 \
  libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 \
  libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 \
  libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 \
  libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 \
  libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
beats = 300;
interval = 0.45 + 0.02 * sin ((1:beats)' * 0.6) + 0.04 * sin ((1:beats)' .^ 2 * 0.7); # seconds
function show (unit, hrv)
  spectrum = "no LF or HF";
  if isfield (hrv, "HF"), spectrum = "LF and HF are there"; end
  printf ("in %s: mean %.0f ms, RMSSD %.1f ms, NN50 %d, pNN50 %.3f, up to %.4f Hz, %s\n", unit, hrv.meanNN, hrv.RMSSD, ...
          hrv.NN50count, hrv.pNN50, max (hrv.FFT.f), spectrum);
end
show ("s", heartratevariability (interval));
show ("ms", heartratevariability (1000 * interval, "ms"));
printf ("by hand: mean %.0f ms, RMSSD %.1f ms, NN50 %d of %d differences\n", 1000 * mean (interval), ...
        1000 * sqrt (mean (diff (interval) .^ 2)), sum (abs (diff (interval)) > 0.05), beats - 1);
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/tsa-4.6.3:$packages/nan-3.7.0:$packages/signal-1.4.3" try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, heartratevariability of the same 300 intervals in two units"
echo "$seen"
echo "expected: both lines the same"
[ "$seen" = "in s: mean 451 ms, RMSSD 39.5 ms, NN50 74, pNN50 0.247, up to 1.1096 Hz, LF and HF are there
in ms: mean 451 ms, RMSSD 39.5 ms, NN50 299, pNN50 0.997, up to 0.0011 Hz, no LF or HF
by hand: mean 451 ms, RMSSD 39.5 ms, NN50 74 of 299 differences" ] || { echo "This has changed." >&2; exit 1; }
