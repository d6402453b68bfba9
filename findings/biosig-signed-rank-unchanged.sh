#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): the Wilcoxon signed-rank test where some infants have not changed.
#
# Expected: changes of 0 are left out, as the function itself does first (and as Wilcoxon did). Eight infants of whom one gained a point and
# seven lost 2 to 8 have z -2.38 and p .017, with four more who did not change just as without them.
# Seen (2026-11-30): with the four z is 3.50 and p .0005, the other way round: each infant without change counts as one of the greatest
# gains. wilcoxon_test puts NaN for the changes of 0 and ranks; Octave's own ranks() gives NaN the highest ranks, and what is NaN passes for
# above 0. With the NaN toolbox (octave-nan) on the path, whose ranks() leaves NaN out, it is right; the Debian package asks only for
# Octave, BioSig brings the other functions of that toolbox that the test needs, and normcdf comes from the statistics package, which has
# no signed-rank test of its own here. The help text names neither.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 \
  octave-statistics=1.5.3-2 octave-nan=3.7.0-3 \
  libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 \
  libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 \
  libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 \
  libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 \
  libwebpmux3 libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
addpath([getenv("packages") "/statistics-1.5.3/distributions"]);
before = 10 * ones(12, 1);
after = before + [1 -2 -3 -4 -5 -6 -7 -8 0 0 0 0]';
function show(words, after, before)
  [p, z] = wilcoxon_test(after, before);
  printf("%s: z %.2f, p %.4f\n", words, z, p);
end
show("eight who have changed", after(1:8), before(1:8));
show("and four who have not", after, before);
addpath([getenv("packages") "/nan-3.7.0"]);
show("with the NaN toolbox", after, before);
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr packages=$folder/root/usr/share/octave/packages \
  LD_LIBRARY_PATH=$libraries root/usr/bin/octave-cli --quiet --no-init-file try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, wilcoxon_test of infants of whom seven lost points"
echo "$seen"
echo "expected: three times the same"
[ "$seen" = "eight who have changed: z -2.38, p 0.0173
and four who have not: z 3.50, p 0.0005
with the NaN toolbox: z -2.38, p 0.0173" ] || { echo "This has changed." >&2; exit 1; }
