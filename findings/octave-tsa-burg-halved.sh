#!/usr/bin/env bash
# octave-tsa 4.6.3 (Debian 12, for Octave 7.3.0): the autoregressive model of EEG by Burg's method.
#
# Expected: lattice (signal, order) gives Burg's estimate (its default, "BURG"): of a rhythm of 10 Hz that is made by x(t) = 1.879 x(t-1) -
# .941 x(t-2) + noise of variance 1 about these numbers and an error of 1, as arburg of octave-signal, Yule-Walker (durlev) and its own mode
# "GEOL" do.
# Seen (2026-11-30): from the second on each reflection coefficient is half of what it is: the squares of the forward and the backward
# errors are added up, and the products in the numerator are not doubled. 1.42 and -.47 come out, with an error variance of 2.91. The peak
# of such a model lies at 0 Hz in place of 10, and its alpha is a fraction of the alpha that is there; a higher order does not mend it.
# BioSig's arspectrum, brainrate and detectmuscle take their models from here. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-tsa=4.6.3-3 octave-nan=3.7.0-3 \
  octave-signal=1.4.3-1 libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 \
  libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 \
  libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 \
  libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 \
  libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
randn ("seed", 2);
rate = 250;
truth = poly (0.97 * exp (2i * pi * 10 / rate * [1 -1]));
eeg = filter (1, truth, randn (240 * rate, 1))';
function show (words, ar, error, rate)
  hertz = 0:0.25:60;
  power = 1 ./ abs (1 - ar * exp (-2i * pi * (1:numel (ar))' * hertz / rate)) .^ 2;
  [~, peak] = max (power);
  alpha = sum (power(hertz >= 8 & hertz <= 12)) / sum (power);
  printf ("%s: %.2f, %.2f, error %.2f, peak at %.1f Hz, %.2f of the power in alpha\n", words, ar(1:2), error, hertz(peak), alpha);
end
show ("as made", -truth(2:3), 1, rate);
for order = [2 10]
  [ar, ~, error] = lattice (eeg, order);
  show (sprintf ("lattice, order %d", order), ar, error(end), rate);
  [ar, ~, error] = lattice (eeg, order, "GEOL");
  show (sprintf ("lattice, GEOL, order %d", order), ar, error(end), rate);
  [ar, ~, error] = durlev (acovf (eeg, order));
  show (sprintf ("durlev, order %d", order), ar, error(end), rate);
  [ar, error] = arburg (eeg', order);
  show (sprintf ("arburg, order %d", order), -ar(2:end), error, rate);
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/tsa-4.6.3:$packages/nan-3.7.0:$packages/signal-1.4.3" try.m 2>said) || { cat said >&2; exit 1; }
echo "octave-tsa 4.6.3, lattice of four minutes of a rhythm of 10 Hz"
echo "$seen"
echo "expected: all lines nearly the same"
[ "$seen" = "as made: 1.88, -0.94, error 1.00, peak at 10.0 Hz, 0.68 of the power in alpha
lattice, order 2: 1.42, -0.47, error 2.91, peak at 0.0 Hz, 0.10 of the power in alpha
lattice, GEOL, order 2: 1.88, -0.94, error 0.99, peak at 10.0 Hz, 0.68 of the power in alpha
durlev, order 2: 1.88, -0.94, error 1.00, peak at 10.0 Hz, 0.68 of the power in alpha
arburg, order 2: 1.88, -0.94, error 0.99, peak at 10.0 Hz, 0.68 of the power in alpha
lattice, order 10: 1.24, -0.01, error 1.91, peak at 0.0 Hz, 0.21 of the power in alpha
lattice, GEOL, order 10: 1.88, -0.94, error 0.99, peak at 10.0 Hz, 0.68 of the power in alpha
durlev, order 10: 1.87, -0.93, error 1.00, peak at 10.0 Hz, 0.68 of the power in alpha
arburg, order 10: 1.88, -0.94, error 0.99, peak at 10.0 Hz, 0.68 of the power in alpha" ] || { echo "This has changed." >&2; exit 1; }
