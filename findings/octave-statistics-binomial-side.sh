#!/usr/bin/env bash
# octave-statistics 1.5.3 (Debian 12, for Octave 7.3.0): the binomial test of one side, such as a sign test of how many infants improved.
#
# Expected: binotest(9, 10, .5, "tail", "right") tests nine of ten infants against half, its help says "the one-sided alternative p > p0":
# p .011 (R's binom.test with alternative = "greater"; 11 of 1024), and "left" .999.
# Seen (2026-11-30): .999 and .011: the two p values are exchanged, and h with them, while the intervals are not: with "right" it goes
# from .61 to 1, leaves out .5, and the test beside it finds nothing. One infant of ten is significantly "more" than half. Both sides are
# right (.021).
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-statistics=1.5.3-2 \
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
improved = [9 9 9 1];
tails = {"right", "left", "both", "right"};
for i = 1:4
  [h, p, interval] = binotest (improved(i), 10, 0.5, "tail", tails{i});
  printf ("%d of 10, %s: p %.3f, h %d, interval %.2f to %.2f\n", improved(i), tails{i}, p, h, interval);
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
package=root/usr/share/octave/packages/statistics-1.5.3
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path $package --path $package/distributions --path $package/shadow9 try.m 2>/dev/null)
echo "octave-statistics 1.5.3, binotest of infants who improved"
echo "$seen"
echo "expected: right .011, left .999; right, of 1 of 10, .999"
[ "$seen" = "9 of 10, right: p 0.999, h 0, interval 0.61 to 1.00
9 of 10, left: p 0.011, h 1, interval 0.00 to 0.99
9 of 10, both: p 0.021, h 1, interval 0.55 to 1.00
1 of 10, right: p 0.011, h 1, interval 0.01 to 1.00" ] || { echo "This has changed." >&2; exit 1; }
