#!/usr/bin/env bash
# octave-statistics 1.5.3 (Debian 12, for Octave 7.3.0): the intervals of the groups' means.
#
# Expected: grpstats(x, group, {"meanci"}) gives each group's mean with its 95 % interval, t with n - 1 degrees of freedom times s over the
# root of n: 1.04 to 4.96 for the scores 1 to 5 of five infants (as the package's own ttest has).
# Seen (2026-11-30): 1.87 to 4.13 beside one other group of five, 2.26 to 3.74 beside three: n is the number of rows of the whole table, in
# the root and in the degrees of freedom. With every group that is added each interval gets narrower, about by the root of their number,
# and groups that hardly differ look far apart. Means and "sem" stay right. "predci", for one new infant, moreover divides by
# the root of 1 + 1/n where it should multiply: -1.01 to 7.01 of these five alone, for -1.81 to 7.81.
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
first = (1:5)';
others = [3 5 6 8 4 2 2 5 1 7 9 4 6 5 8]';
for groups = [1 2 4]
  x = [first; others(1:5 * (groups - 1))];
  [m, sem, interval] = grpstats (x, ceil ((1:numel (x))' / 5), {"mean", "sem", "meanci"});
  printf ("%d groups: %.2f, error %.2f, %.2f to %.2f\n", groups, m(1), sem(1), interval(1,:));
end
[h, p, interval] = ttest (first);
printf ("ttest: %.2f to %.2f\n", interval);
printf ("predci: %.2f to %.2f\n", grpstats (first, ones (5, 1), {"predci"}));
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
package=root/usr/share/octave/packages/statistics-1.5.3
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path $package --path $package/distributions --path $package/shadow9 try.m 2>/dev/null)
echo "octave-statistics 1.5.3, the mean of the same five infants, its error and interval, by how many groups the table has"
echo "$seen"
echo "expected: 1.04 to 4.96 in each line; predci -1.81 to 7.81"
[ "$seen" = "1 groups: 3.00, error 0.71, 1.04 to 4.96
2 groups: 3.00, error 0.71, 1.87 to 4.13
4 groups: 3.00, error 0.71, 2.26 to 3.74
ttest: 1.04 to 4.96
predci: -1.01 to 7.01" ] || { echo "This has changed." >&2; exit 1; }
