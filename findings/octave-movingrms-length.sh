#!/usr/bin/env bash
# octave-signal 1.4.3 (Debian 12, for Octave 7.3.0): the moving RMS of muscle or brain activity.
#
# Expected: movingrms calculates the "moving RMS value of the signal" in a window of the given width: 14.1 uV for a steady sine of 20 uV, in
# a short recording as in a long one, with a narrow window as with a wide one.
# Seen (2026-11-30): the sum of the squares in the window is divided by the number of samples of the whole recording (less one), and not by
# that of the window. With half a second of window the same activity has 3.0 uV in a recording of 10 s, 1.2 in one of a minute and .55 in
# one of five; with windows of .1 to 4 s in the 10 s it has 1.1 to 8.9. A baseline of two minutes and a still-face of one, or two visits of
# unequal length, differ by the root of their lengths. Nothing is said; the shape over time is right.
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
for case_ = [10 60 300 10 10; 0.5 0.5 0.5 0.1 4]
  time = (0:case_(1) * rate - 1)' / rate;
  local = movingrms (20 * sin (2 * pi * 30 * time), case_(2), 0.02, rate);
  printf ("%d s, window %.1f s: %.2f\n", case_, median (local));
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path root/usr/share/octave/packages/signal-1.4.3 try.m 2>/dev/null)
echo "octave-signal 1.4.3, movingrms of a steady sine of 20 uV: its median in uV, by the length of the recording and of the window"
echo "$seen"
echo "expected: 14.1 in each line"
[ "$seen" = "10 s, window 0.5 s: 3.03
60 s, window 0.5 s: 1.24
300 s, window 0.5 s: 0.55
10 s, window 0.1 s: 1.12
10 s, window 4.0 s: 8.90" ] || { echo "This has changed." >&2; exit 1; }
