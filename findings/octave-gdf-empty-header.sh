#!/usr/bin/env bash
# octave-gdf 0.1.3-11+b1 (Debian 12, for Octave 7.3.0): the header and the events of a GDF recording.
#
# Expected: [signals, header, events] = gdf_reader(file) gives what the file holds: its signals, their labels and sampling rates, and each
# event with its position and code; or an error.
# Seen (2026-12-01): the signals are there, right to the last sample, and header and events have the fields that they should have, but
# each is empty: no label, no rate, no start, no mode, no position and no code, as if nothing had been marked. A program that takes its
# pieces from the events finds none, and says so of the infant. Nothing is said. BioSig's save2gdf lists the three events of the same
# file. (gdf_writer's "getheader" has empty fields too.)
#
# It needs Node.js to write the file; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download octave=7.3.0-2 octave-common=7.3.0-2 octave-gdf=0.1.3-11+b1 \
  libgdf0=0.1.3-11+b1 libaec0 libamd2 libaom3 libarpack2 libblas3 libbrotli1 libbsd0 libcamd2 libccolamd2 libcholmod3 libcolamd2 \
  libcurl3-gnutls libcurl4 libcxsparse3 libdav1d6 libde265-0 libdeflate0 libexpat1 libffi8 libfftw3-double3 libfftw3-single3 \
  libfontconfig1 libfreetype6 libgfortran5 libgl1 libgl2ps1.4 libglu1-mesa libglvnd0 libglx0 libgomp1 libgraphicsmagick++-q16-12 \
  libgraphicsmagick-q16-3 libhdf5-103-1 libheif1 libhwy1 libicu72 libjbig0 libjpeg62-turbo libjxl0.7 liblapack3 liblcms2-2 \
  libldap-2.5-0 liblerc4 libmd0 libmetis5 libnghttp2-14 libnuma1 libopengl0 libpcre3 libpng16-16 libpsl5 libqrupdate1 libquadmath0 \
  libreadline8 librtmp1 libsasl2-2 libspqr2 libssh2-1 libssl3 libsuitesparseconfig5 libsz2 libtiff6 libumfpack5 libwebp7 libwebpmux3 \
  libwmflite-0.2-7 libx11-6 libx265-199 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.mjs <<'JS'
import { writeFileSync } from "node:fs";
const RATE = 100;
const header = Buffer.alloc(512);
header.write("GDF 2.20", 0);
header.write("X X", 8);
header.writeBigUInt64LE(740056n << 32n, 168); // 15 March 2026, 0:00
header.writeUInt16LE(2, 184); // blocks of 256 bytes
header.writeBigInt64LE(4n, 236); // records of one second
header.writeUInt32LE(1, 244);
header.writeUInt32LE(1, 248);
header.writeUInt16LE(1, 252); // one signal
header.write("F3", 256);
header.writeUInt16LE(4275, 256 + 102); // uV
[-100, 100, -32768, 32767].forEach((value, i) => header.writeDoubleLE(value, 256 + 104 + 8 * i));
[NaN, NaN, NaN].forEach((value, i) => header.writeFloatLE(value, 256 + 204 + 4 * i));
header.writeUInt32LE(RATE, 256 + 216);
header.writeUInt32LE(3, 256 + 220); // 16 bits
const samples = Buffer.from(Int16Array.from({ length: 4 * RATE }, (_, i) => i).buffer);
const events = Buffer.alloc(8 + 3 * 6);
events[0] = 1;
events.writeUIntLE(3, 1, 3);
events.writeFloatLE(RATE, 4);
[1, 51, 101].forEach((position, i) => events.writeUInt32LE(position, 8 + 4 * i));
[0x101, 0x102, 0x103].forEach((code, i) => events.writeUInt16LE(code, 20 + 2 * i));
writeFileSync("try.gdf", Buffer.concat([header, samples, events]));
JS
node write.mjs
cat >try.m <<'M'
[signals, header, events] = gdf_reader ("try.gdf");
printf ("%d samples, the last %.4f; label '%s', rate [%s], %d events, codes [%s]\n", numel (signals{1}), signals{1}(end), ...
        header.signals(1).label, num2str (header.signals(1).sampling_rate), numel (events.position), num2str (events.event_code));
printf ("fields of events: %s\n", strjoin (fieldnames (events)', ", "));
M
libraries=$folder/root/usr/lib/x86_64-linux-gnu
gdf=$libraries/octave/site/oct/x86_64-pc-linux-gnu/gdf
libraries=$libraries/octave/7.3.0:$libraries/blas:$libraries/lapack:$libraries:$folder/root/usr/lib:$folder/root/lib/x86_64-linux-gnu
seen=$(HOME=$folder OCTAVE_HOME=$folder/root/usr OCTAVE_EXEC_HOME=$folder/root/usr LD_LIBRARY_PATH=$libraries \
  root/usr/bin/octave-cli --quiet --no-init-file --path "$gdf" try.m 2>said) || { cat said >&2; exit 1; }
echo "octave-gdf 0.1.3-11+b1, a recording of 400 samples at 100 Hz with three events"
echo "$seen"
echo "expected: label 'F3', rate [100], 3 events, codes [257 258 259]"
[ "$seen" = "400 samples, the last 1.2192; label '', rate [], 0 events, codes []
fields of events: mode, sample_rate, position, event_code" ] || { echo "This has changed." >&2; exit 1; }
