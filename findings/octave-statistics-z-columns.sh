#!/usr/bin/env bash
# octave-statistics 1.5.3 (Debian 12, for Octave 7.3.0): the z test of several measures against a norm.
#
# Expected: ztest(scores, 100, 15) of a matrix "performs separate tests along each column", as its help says: for three subscales of six
# infants z -1.22, .14 and 1.09, each as its column alone has it.
# Seen (2026-11-30): one z, 32.66. To leave out missing values the scores are picked by a condition, which makes one column of all; their
# sum over the three subscales is divided by the number of infants, so that a mean of 100 becomes one of 300. With a second column every
# norm is left far behind, and all is significant. A vector alone is right, as are ttest and vartest of a matrix. Nothing is said.
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
scores = [88 104 110; 95 97 101; 102 110 112; 84 92 99; 91 99 108; 95 103 110];
for i = 1:3
  [h, p, interval, z] = ztest (scores(:, i), 100, 15);
  printf ("subscale %d: z %.2f, p %.3f\n", i, z, p);
end
[h, p, interval, z] = ztest (scores, 100, 15);
printf ("all: z %s, p %s\n", strtrim (sprintf ("%.2f ", z)), strtrim (sprintf ("%.3f ", p)));
[h, p] = ttest (scores, 100);
printf ("all by ttest: p %s\n", strtrim (sprintf ("%.3f ", p)));
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
package=root/usr/share/octave/packages/statistics-1.5.3
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path $package --path $package/distributions --path $package/shadow9 try.m 2>/dev/null)
echo "octave-statistics 1.5.3, ztest of three subscales, one by one and as a matrix"
echo "$seen"
echo "expected: three z in the line of all, those above"
[ "$seen" = "subscale 1: z -1.22, p 0.221
subscale 2: z 0.14, p 0.892
subscale 3: z 1.09, p 0.276
all: z 32.66, p 0.000
all by ttest: p 0.033 0.757 0.028" ] || { echo "This has changed." >&2; exit 1; }
