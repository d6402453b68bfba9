#!/usr/bin/env bash
# BioSig 2.5.0 (Octave; Debian 12: octave-biosig): the power of respiratory heart rate variability.
#
# Expected: the power of the bands adds up to the variance of the intervals, and LFnu and HFnu are shares of the power above .04 Hz (Task
# Force 1996), so that where nearly all lies in HF (.93 of 400 ms^2 below, by the Fourier transform) its power is about 370 ms^2, and HFnu
# .93.
# Seen (2026-11-30): heartratevariability takes the spectrum of its autoregressive model up to the sampling rate, so that all above half of
# it is there a second time, in the mirror: HF has half of the variance, VLF and LF too, but the total power the whole of it. HFnu and LFnu
# together never pass .5. In the fields FFT.HF and so on the shares are right, and the power is twice the variance times the mean interval
# in seconds: that of an infant is taken as 0.9 of what it is, that of its mother as 1.8. So two fields of one result differ up to four
# times, and infants cannot be compared by the one, nor with other programs by the other. Nothing is said; LFHFratio is right.
#
# apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-biosig=2.5.0-1+b1 octave-tsa=4.6.3-3 \
  octave-nan=3.7.0-3 octave-signal=1.4.3-1 libbiosig3=2.5.0-1+b1 libdcmtk17 libtinyxml2.6.2v5 libaec0 libamd2 libaom3 libarpack2 \
  libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 \
  libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 \
  libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 \
  libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 \
  libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 \
  libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 \
  libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.m <<'M'
randn ("seed", 3);
noise = randn (4000, 1);
for person = {"infant", 0.45, 0.28; "mother", 0.90, 0.27}'
  [name, seconds, hertz] = person{:};
  changes = filter (1, poly (exp ((-0.1 + [1 -1] * 2i * pi * hertz) * seconds)), noise);
  hrv = heartratevariability (seconds + 0.02 * changes / std (changes));
  printf ("%s: variance %.0f, total %.0f, HF %.0f, HFnu %.2f, LFnu %.2f, FFT.HF %.0f, FFT.HFnu %.2f\n", name, hrv.SDNN ^ 2, ...
          hrv.TotalPower, hrv.HF, hrv.HFnu, hrv.LFnu, hrv.FFT.HF, hrv.FFT.HFnu);
end
M
packages=$folder/root/usr/share/octave/packages libraries=$folder/root/usr/lib/x86_64-linux-gnu
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file \
  --path "$packages/tsa-4.6.3:$packages/nan-3.7.0:$packages/signal-1.4.3" try.m 2>said) || { cat said >&2; exit 1; }
echo "BioSig 2.5.0, heartratevariability of intervals that vary with the breath"
echo "$seen"
echo "expected: HF and FFT.HF about 370, .93 of the variance, HFnu and FFT.HFnu about .93"
[ "$seen" = "infant: variance 400, total 400, HF 185, HFnu 0.46, LFnu 0.02, FFT.HF 333, FFT.HFnu 0.93
mother: variance 400, total 400, HF 185, HFnu 0.47, LFnu 0.01, FFT.HF 669, FFT.HFnu 0.94" ] || { echo "This has changed." >&2; exit 1; }
