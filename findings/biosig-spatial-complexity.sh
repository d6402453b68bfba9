#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): the spatial complexity of EEG, Wackermann's Omega.
#
# Expected: wackermann gives "a measure of spatial complexity OMEGA", after Wackermann (1999): it grows with the number of independent
# sources, from that of one alone to that of as many as there are electrodes. The function takes the logarithm, -sum(l log l) of the shares
# l of the eigenvalues, 0 to log(8) = 2.08 for eight electrodes.
# Seen (2026-11-30): with Octave it is the negative of that, 0 to -2.08, for the whole recording as over time, so that it falls as the
# sources become more: whoever compares two visits finds complexity lost where it was gained. For Matlab the same file has another branch,
# "equivalent to the next one", with the minus (as its source reads; it was not run). The help gives no range, and nothing is said.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 octave-nan=3.7.0-3 \
  libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcurl3-gnutls libcurl4 \
  libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 libfontconfig1 libfreetype6 \
  libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 libgraphicsmagick-q16-3 \
  libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 libldap-2.5-0 liblerc4 libmd0 \
  libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 libreadline8 librtmp1 libsasl2-2 \
  libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 libwmflite-0.2-7 libx11-6 \
  libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
randn ("seed", 5);
noise = randn (15000, 8);
mixture = randn (8);
for sources = [1 2 4 8]
  eeg = noise(:, 1:sources) * mixture(1:sources, :) + 0.1 * noise(:, [2:8 1]);
  [~, ~, omega] = wackermann (eeg);
  [~, ~, in_time] = wackermann (eeg, 0.001);
  share = eig (cov (eeg, 1)) / trace (cov (eeg, 1));
  printf ("sources %d: %.2f, at the end %.1f, by the formula %.2f\n", sources, omega, in_time(end), -sum (share .* log (share)));
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/nan-3.7.0" try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, wackermann's OMEGA of eight electrodes"
echo "$seen"
echo "expected: as by the formula, and growing"
[ "$seen" = "sources 1: -0.09, at the end -0.1, by the formula 0.09
sources 2: -0.49, at the end -0.5, by the formula 0.49
sources 4: -1.14, at the end -1.2, by the formula 1.14
sources 8: -1.60, at the end -1.6, by the formula 1.60" ] || { echo "This has changed." >&2; exit 1; }
