#!/usr/bin/env bash
# octave-nan 3.7.0 (Debian 12, for Octave 7.3.0): the ranks of values that are equal, and what is reckoned from them.
#
# Expected: ranks(x), "adjusted for ties" as its help says, and tiedrank(x) give equal values the mean of their ranks. Five infants with the
# ratings 5 3 5 1 5 have 4 2 4 1 4, as with 6 3 6 1 6, in whatever order the rows stand.
# Seen (2026-11-30): 3 2 4 1 5. The end of a run of equal values is found by comparing each with the next, the highest of all with the
# number of values. Where it is that number (five infants with a top rating of 5, seven on a scale to 7) its ties are ranked in the order of
# the rows. The rank correlation with the age is .30 for -.11, and -.50 with the rows upside down; the signed-rank test of seven
# changes, of which 7, 7 and -7 are the largest, gets p .27 or .15 for .20 (as R has), by the order of the rows. Nothing is said.
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
ratings = [5 3 5 1 5]';
ages = [3 5 6 8 9]';
show = @(words, x, y) printf ("%s: ranks %s, rank correlation with the age %.2f\n", words, mat2str (ranks (x)'), rankcorr (x, y)(end,1));
show ("5 3 5 1 5", ratings, ages);
show ("6 3 6 1 6", ratings + (ratings == 5), ages);
show ("5 1 5 3 5, upside down", flipud (ratings), flipud (ages));
changes = [7 7 -7 2 3 4 1]';
printf ("signed-rank test: p %.3f; upside down %.3f; 8 for 7 %.3f\n", signrank (changes, 0), signrank (flipud (changes), 0), ...
        signrank (changes + sign (changes) .* (abs (changes) == 7), 0));
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
compiled=root/usr/lib/x86_64-linux-gnu/octave/packages/nan-3.7.0/x86_64-pc-linux-gnu-api-v57
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path "$compiled" --path root/usr/share/octave/packages/nan-3.7.0 try.m 2>/dev/null)
echo "octave-nan 3.7.0, five infants of whom three have the highest rating, and seven changes of which three are the largest"
echo "$seen"
echo "expected: 4 2 4 1 4 (4 1 4 2 4 upside down) and -0.11; p 0.202 thrice"
[ "$seen" = "5 3 5 1 5: ranks [3 2 4 1 5], rank correlation with the age 0.30
6 3 6 1 6: ranks [4 2 4 1 4], rank correlation with the age -0.11
5 1 5 3 5, upside down: ranks [3 1 4 2 5], rank correlation with the age -0.50
signed-rank test: p 0.272; upside down 0.151; 8 for 7 0.202" ] || { echo "This has changed." >&2; exit 1; }
