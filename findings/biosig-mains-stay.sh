#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): 50 Hz of the mains taken out of a recording.
#
# Expected: remove5060hz(file) "removes line interference artifacts", by default with "FFT", which "cancels 50+-0.5 Hz in Frequency domain"
# as its help says; of a sine of 20 uV at 50 Hz nothing is left, as with its method "FIT".
# Seen (2026-11-30): with the default, with "FFT" and "FFT3" the 20 uV are all there: what is to be the frequency of each coefficient is a
# list of the first and the last number only, in samples and not in Hz, so that no coefficient is in the band and none is cancelled. The
# signals come back as they were, and the function has nothing to say. (Given a matrix and a header, as the help has it too, each method
# ends in an error.)
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 libbiosig3=2.5.0-1+b1 \
  octave-nan=3.7.0-3 libb64-0d libdcmtk17 libtinyxml2.6.2v5 libsuitesparseconfig5 \
  libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 \
  libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 \
  libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 \
  libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsz2 libtiff6 libumfpack5 libwebp7 \
  libwebpmux3 libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
rate = 250;
time = (0:60 * rate - 1)' / rate;
signal = 10 * sin (2 * pi * 10 * time) + 20 * sin (2 * pi * 50 * time + 1); # uV
pad = @(text, width) sprintf ("%-*s", width, text);
fields = {"0", 8, "X X X X", 80, "Startdate 15-MAR-2026 X X X", 80, "15.03.2610.00.00", 16, "512", 8, "", 44, "60", 8, "1", 8, "1", 4, ...
          "F3", 16, "", 80, "uV", 8, "-3276.7", 8, "3276.7", 8, "-32767", 8, "32767", 8, "", 80, "250", 8, "", 32};
file = fopen ("try.edf", "w");
fwrite (file, [cellfun(pad, fields(1:2:end), fields(2:2:end), "UniformOutput", false){:}]);
fwrite (file, round (signal * 10), "int16", 0, "ieee-le");
fclose (file);
function show (mode, cleaned, time)
  within = 2501:12500;
  amplitude = @(hertz) 2 * abs (mean (cleaned(within) .* exp (-2i * pi * hertz * time(within))));
  printf ("%s: %.1f uV of 50 Hz, %.1f of 10 Hz\n", mode, amplitude (50), amplitude (10));
end
show ("as recorded", sload ("try.edf"), time);
show ("by default", remove5060hz ("try.edf"), time);
for mode = {"FFT", "FFT3", "FIT"}
  show (mode{1}, remove5060hz ("try.edf", mode{1}), time);
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file --path "$packages/nan-3.7.0" try.m 2>said) || { cat said >&2; exit 1; }
seen=$(grep -v "^Warning mexSLOAD" <<<"$seen")
echo "BioSig 2.5.0, what remove5060hz leaves of 20 uV of the mains and 10 uV of alpha"
echo "$seen"
echo "expected: from the second line on 0.0 uV of 50 Hz"
[ "$seen" = "as recorded: 20.0 uV of 50 Hz, 10.0 of 10 Hz
by default: 20.0 uV of 50 Hz, 10.0 of 10 Hz
FFT: 20.0 uV of 50 Hz, 10.0 of 10 Hz
FFT3: 20.0 uV of 50 Hz, 10.0 of 10 Hz
FIT: 0.0 uV of 50 Hz, 10.0 of 10 Hz" ] || { echo "This has changed." >&2; exit 1; }
