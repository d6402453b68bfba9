#!/usr/bin/env bash
# octave-nan 3.7.0 (Debian 12, for Octave 7.3.0): Fisher's exact test of two groups.
#
# Expected: fishers_exact_test(H) gives "the resulting p-value" of a table, as its help says: the sum over all tables with these totals that
# are no likelier, or over those that go as far to one side. Fifteen of twenty treated infants are calm and nine of twenty others: .105 of
# both sides and .053 of one (R's fisher.test, and by the sums below).
# Seen (2026-11-30): .041, the probability of that one table, to which nothing is added. It is too small, the more so the more infants there
# are, and never near 1: for two groups that are just alike, five of ten each, .34. Of the help's example, the lady who tastes tea, it is
# right (of one side) only where all cups are told, as then no table goes further.
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
tables = {[15 5; 9 11], [7 2; 2 5], [5 5; 5 5], [4 0; 0 4]};
for i = 1:numel (tables)
  H = tables{i};
  a = max (0, sum (H(:,1)) - sum (H(2,:))) : min (sum (H(:,1)), sum (H(1,:)));
  each = arrayfun (@(a) nchoosek (sum (H(1,:)), a) * nchoosek (sum (H(2,:)), sum (H(:,1)) - a), a);
  each /= sum (each);
  this = each(a == H(1));
  printf ("%d of %d and %d of %d: %.3f; by the sums %.3f of both sides, %.3f of one\n", H(1), sum (H(1,:)), H(2), sum (H(2,:)), ...
          fishers_exact_test (H), sum (each(each < this * 1.0001)), sum (each(a >= H(1))));
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
compiled=root/usr/lib/x86_64-linux-gnu/octave/packages/nan-3.7.0/x86_64-pc-linux-gnu-api-v57
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path "$compiled" --path root/usr/share/octave/packages/nan-3.7.0 try.m 2>/dev/null)
echo "octave-nan 3.7.0, fishers_exact_test: how many infants of two groups are calm"
echo "$seen"
echo "expected: one of the two sums in each line"
[ "$seen" = "15 of 20 and 9 of 20: 0.041; by the sums 0.105 of both sides, 0.053 of one
7 of 9 and 2 of 7: 0.066; by the sums 0.126 of both sides, 0.072 of one
5 of 10 and 5 of 10: 0.344; by the sums 1.000 of both sides, 0.672 of one
4 of 4 and 0 of 4: 0.014; by the sums 0.029 of both sides, 0.014 of one" ] || { echo "This has changed." >&2; exit 1; }
