#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): the spectral edge frequency of EEG.
#
# Expected: with [rate, sef90, sef95] = brainrate(s, Fs) the "power below SEF90 is 90% of total power", as its help says, in Hz as the rate
# beside it: of EEG around 4 Hz it is lower than of EEG around 20 Hz, and white noise up to 125 Hz has 112.5.
# Seen (2026-11-30): it is .45, and SEF95 .47 or .48, whatever the EEG, whoever was awake or asleep, and whatever the sampling rate. The
# frequencies, from 0 to .5 of the sampling rate, are divided by the sampling rate once more, so that the edge is looked for below half a
# hertz, where every spectrum of this model is as good as flat. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 octave-tsa=4.6.3-3 \
  octave-nan=3.7.0-3 libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 \
  libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 \
  libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 \
  libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 \
  libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
randn ("seed", 7);
function spectral_edges (words, rate, signal)
  [~, sef90, sef95] = brainrate (signal, rate);
  power = abs (fft (signal)(2:end / 2)) .^ 2;
  hertz = (1:numel (power))' * rate / numel (signal);
  share = cumsum (power) / sum (power);
  printf ("%s at %d Hz: %.2f and %.2f, by the Fourier transform %.1f and %.1f\n", words, rate, sef90, sef95, ...
          hertz(find (share >= 0.9, 1)), hertz(find (share >= 0.95, 1)));
end
for rate = [250 500]
  for middle = [4 10 20]
    noise = randn (120 * rate, 1);
    signal = filter (1, poly (exp ((-8 + [1 -1] * 2i * pi * middle) / rate)), noise);
    spectral_edges (sprintf ("around %d Hz", middle), rate, signal);
  end
  spectral_edges ("white noise", rate, noise);
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/tsa-4.6.3:$packages/nan-3.7.0" try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, SEF90 and SEF95 of two minutes of noise"
echo "$seen"
echo "expected: in each line about as by the Fourier transform"
[ "$seen" = "around 4 Hz at 250 Hz: 0.45 and 0.47, by the Fourier transform 5.5 and 6.5
around 10 Hz at 250 Hz: 0.45 and 0.47, by the Fourier transform 12.2 and 13.7
around 20 Hz at 250 Hz: 0.45 and 0.47, by the Fourier transform 22.7 and 24.9
white noise at 250 Hz: 0.45 and 0.48, by the Fourier transform 112.3 and 118.3
around 4 Hz at 500 Hz: 0.45 and 0.47, by the Fourier transform 5.6 and 6.7
around 10 Hz at 500 Hz: 0.45 and 0.48, by the Fourier transform 12.0 and 13.7
around 20 Hz at 500 Hz: 0.45 and 0.47, by the Fourier transform 22.4 and 24.5
white noise at 500 Hz: 0.45 and 0.48, by the Fourier transform 224.7 and 237.3" ] || { echo "This has changed." >&2; exit 1; }
