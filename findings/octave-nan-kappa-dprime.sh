#!/usr/bin/env bash
# octave-nan 3.7.0 (Debian 12, for Octave 7.3.0): d' of a coder, or of a detector, against what was there.
#
# Expected: kappa(d, c) of two classes gives beside kappa the d' of signal detection, z(hits) - z(false alarms), a false alarm being a
# "yes" where there was nothing (Green & Swets 1966): for 5 of 6 smiles found and 2 of 14 other intervals taken for one 2.03. It does not
# change with how many intervals without a smile are looked at.
# Seen (2026-11-30): 1.53. In place of the share of false alarms (FPR, .14, which stands beside it) that of the false ones among all "yes"
# is taken (FDR, 2 of 7). With ten times as many other intervals, coded just as well, d' is .13 for 2.03: the rarer a behaviour is, the
# worse its coder. Hits, false alarms and Youden's index beside it are right. Nothing is said.
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
for times = [1 2 10]
  there = [ones(6, 1); zeros(14 * times, 1)];
  coded = [ones(5, 1); zeros(1 + 12 * times, 1); ones(2 * times, 1)];
  x = kappa (there, coded);
  z = @(share) sqrt (2) * erfinv (2 * share - 1);
  printf ("%d intervals without a smile: hits %.2f, false alarms %.2f, d' by these %.2f, dprime %.2f, kappa %.2f\n", 14 * times, ...
          x.TPR, x.FPR, z (x.TPR) - z (x.FPR), x.dprime, x.kappa);
end
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries:$libraries/blas:$libraries/lapack:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
compiled=root/usr/lib/x86_64-linux-gnu/octave/packages/nan-3.7.0/x86_64-pc-linux-gnu-api-v57
seen=$(OCTAVE_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries HOME=$folder root/usr/bin/octave-cli --norc --no-history \
  --path "$compiled" --path root/usr/share/octave/packages/nan-3.7.0 try.m 2>/dev/null)
echo "octave-nan 3.7.0, kappa(): a coder's smiles"
echo "$seen"
echo "expected: dprime 2.03 in each line"
[ "$seen" = "14 intervals without a smile: hits 0.83, false alarms 0.14, d' by these 2.03, dprime 1.53, kappa 0.66
28 intervals without a smile: hits 0.83, false alarms 0.14, d' by these 2.03, dprime 1.11, kappa 0.58
140 intervals without a smile: hits 0.83, false alarms 0.14, d' by these 2.03, dprime 0.13, kappa 0.27" ] ||
  { echo "This has changed." >&2; exit 1; }
