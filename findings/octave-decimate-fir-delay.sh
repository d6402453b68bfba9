#!/usr/bin/env bash
# octave-signal 1.4.3 (Debian 12, for Octave 7.3.0): the time of a signal whose rate is lowered by decimate.
#
# Expected: sample k of the result is the moment of sample 1 + (k - 1) q of the signal, as with the default filter, so that beats and bursts
# stay where they were under their marks; the choice of the filter ("fir") changes what passes.
# Seen (2026-11-30): the default is filtered forwards and backwards and keeps the time. With "fir" the signal comes late by half of the
# filter's order, 15 samples of the old rate (30 is the default order): 60 ms at 250 Hz, 30 at 500, whatever the factor, and 120 with the
# order 60. The help says nothing of it. Of two channels that are brought to one rate from 500 and 250 Hz one is behind the other, and
# latencies after a mark, or the lag between infant and mother, are off by as much.
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
for case_ = [250 500 500 250; 2 2 4 5; 30 30 30 60]
  [rate, factor, order] = num2cell (case_){:};
  time = (0:4 * rate - 1)' / rate;
  burst = exp (-((time - 2) / 0.1) .^ 2 / 2);
  late = @(y) 1000 * (sum ((0:numel (y) - 1)' * factor / rate .* y) / sum (y) - 2);
  printf ("%d Hz by %d: %.1f; fir of order %d: %.1f\n", rate, factor, abs (late (decimate (burst, factor))), order, ...
          late (decimate (burst, factor, order, "fir")));
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path root/usr/share/octave/packages/signal-1.4.3 try.m 2>/dev/null)
echo "octave-signal 1.4.3, decimate: by how many ms the middle of a burst at 2 s is late, with the default filter and with \"fir\""
echo "$seen"
echo "expected: 0 everywhere"
[ "$seen" = "250 Hz by 2: 0.0; fir of order 30: 60.0
500 Hz by 2: 0.0; fir of order 30: 30.0
500 Hz by 4: 0.0; fir of order 30: 30.0
250 Hz by 5: 0.0; fir of order 60: 120.0" ] || { echo "This has changed." >&2; exit 1; }
