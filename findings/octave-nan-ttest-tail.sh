#!/usr/bin/env bash
# octave-nan 3.7.0 (Debian 12, for Octave 7.3.0): the t test of one side, whether infants have gained.
#
# Expected: ttest(gains, 0, "tail", "right") asks whether the mean is above 0, as its help says of "right" and ">": p .003 for the ten gains
# below (t 3.50, p .007 of both sides; R's t.test with alternative = "greater"), and "left" .997.
# Seen (2026-11-30): both give .997: "right" is reckoned like "left". A therapy after which infants gain is told to have done nothing, and
# one after which they lose is told, at p .003, to have helped. The interval beside it is right (from 0.67 upwards), so that it leaves out 0
# while the test finds nothing. H follows p. The ttest of octave-statistics 1.5.3 has .003.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-nan=3.7.0-3 \
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
gains = [1 2 0 3 2 1 -1 2 3 1]';
function show (words, gains, tail)
  [h, p, ci, stats] = ttest (gains, 0, "tail", tail);
  printf ("%s, %s: t %.2f, p %.4f, h %d, interval %.2f to %.2f\n", words, tail, stats.tstat, p, h, ci);
end
show ("gains", gains, "both");
show ("gains", gains, "right");
show ("gains", gains, "left");
show ("losses", -gains, "right");
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
compiled=root/usr/lib/x86_64-linux-gnu/octave/packages/nan-3.7.0/x86_64-pc-linux-gnu-api-v57
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path "$compiled" --path root/usr/share/octave/packages/nan-3.7.0 try.m 2>/dev/null)
echo "octave-nan 3.7.0, ttest of ten infants' gains, and of the same as losses"
echo "$seen"
echo "expected: p .0067 of both sides; gains right .0034, left .9966; losses right .9966"
[ "$seen" = "gains, both: t 3.50, p 0.0067, h 1, interval 0.50 to 2.30
gains, right: t 3.50, p 0.9966, h 0, interval 0.67 to Inf
gains, left: t 3.50, p 0.9966, h 0, interval -Inf to 2.13
losses, right: t -3.50, p 0.0034, h 1, interval -2.13 to Inf" ] || { echo "This has changed." >&2; exit 1; }
