#!/usr/bin/env bash
# octave-signal 1.4.3 (Debian 12, for Octave 7.3.0): findpeaks with a greatest or a least width of the peaks.
#
# Expected: MaxPeakWidth = 250 keeps peaks of at most 250 samples, a second at 250 Hz, and so each of the 142 beats of an ECG, all of one
# shape and some hundredths of a second wide; MinPeakWidth = 2500 keeps none.
# Seen (2026-11-30): where the peak stands is added to its width, so that the width grows with the recording. Of the beats only the first
# is at most 250 samples "wide"; with MaxPeakWidth = 2500 those of the first ten seconds are left and nothing after, and with MinPeakWidth =
# 2500 all of the others, each ten seconds wide or more. The edges in the third result ("roots") are .6 s apart at the first beat and
# a minute at the last. The help's formula, a * (width - x0)^2 = 1 with x0 the vertex, says so to who solves it for the width; that a width
# hangs on the time no one guesses. A limit that is to reject T waves or movement ends the ECG after a moment. Nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-signal=1.4.3-1 \
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
rate = 250;
beats = 0.5 + [0, cumsum(0.42 + 0.01 * sin ((1:141) * 0.9))];
time = (0:1/rate:61)';
ecg = sum (exp (-((time - beats) / 0.01) .^ 2 / 2), 2); # mV
limits = {{"MaxPeakWidth", Inf}, {"MaxPeakWidth", 250}, {"MaxPeakWidth", 2500}, {"MinPeakWidth", 2500}};
for limit = limits
  [~, found, more] = findpeaks (ecg, "MinPeakHeight", 0.5, "MinPeakDistance", 50, limit{1}{:});
  wide = diff (more.roots, 1, 2) / rate;
  name = strjoin (cellfun (@num2str, limit{1}, "UniformOutput", false));
  printf ("%s: %d of %d beats, from %.1f to %.1f s, %.1f to %.1f s wide\n", name, numel (found), numel (beats), ...
          min (found) / rate, max (found) / rate, min (wide), max (wide));
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path root/usr/share/octave/packages/signal-1.4.3 try.m 2>/dev/null)
echo "octave-signal 1.4.3, findpeaks of an ECG of beats of one shape"
echo "$seen"
echo "expected: 142 beats in the first three lines, none in the last, and one width"
[ "$seen" = "MaxPeakWidth Inf: 142 of 142 beats, from 0.5 to 59.7 s, 0.6 to 59.8 s wide
MaxPeakWidth 250: 1 of 142 beats, from 0.5 to 0.5 s, 0.6 to 0.6 s wide
MaxPeakWidth 2500: 23 of 142 beats, from 0.5 to 9.8 s, 0.6 to 9.8 s wide
MinPeakWidth 2500: 119 of 142 beats, from 10.2 to 59.7 s, 10.3 to 59.8 s wide" ] || { echo "This has changed." >&2; exit 1; }
