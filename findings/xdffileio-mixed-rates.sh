#!/usr/bin/env bash
# libxdffileio 0.3 (Debian 12): an EDF recording whose signals have different sampling rates.
#
# Expected: the header gives each signal its own number of samples per record. The readme says that several rates are not supported, so
# that such a file is refused when it is opened, as the manual says of formats that are not (EILSEQ), or one of its calls fails.
# Seen (2026-11-30): the number of the last signal is taken for all. The file opens as one of 30 Hz, nothing fails, and what is read is
# cut at the wrong places: 1000 samples of the ECG become 630, some of them breathing, and only the first 30 are right. With 200 in
# place of 30 they become 1400. With one rate all is right, so that a first test passes. An EDF+ file whose annotation signal has another
# size than the EEG is read like that, too.
#
# It needs Node.js to write the file, and a C compiler; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libxdffileio0=0.3-4 libxdffileio-dev=0.3-4 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.cjs <<'JS'
const signals = [["ECG", 100], ["Resp", Number(process.argv[2])]];
const pad = (text, size) => String(text).padEnd(size);
const each = (size, value) => signals.map((signal) => pad(value(signal), size)).join("");
const header =
  pad("0", 8) + pad("X", 80) + pad("X", 80) + "15.03.2610.00.00" + pad(768, 8) + pad("", 44) + pad(10, 8) + pad(1, 8) + pad(2, 4) +
  each(16, (s) => s[0]) + each(80, () => "") + each(8, () => "uV") + each(8, () => -2000) + each(8, () => 2000) + each(8, () => -2000) +
  each(8, () => 2000) + each(80, () => "") + each(8, (s) => s[1]) + each(32, () => "");
const records = Array.from({ length: 10 }, (_, record) =>
  Buffer.concat([
    Buffer.from(Int16Array.from({ length: 100 }, (_, i) => 100 * record + i).buffer),
    Buffer.from(new Int16Array(signals[1][1]).fill(-7).buffer),
  ]));
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), ...records]));
JS
cat >try.c <<'C'
#include <stdio.h>
#include <xdfio.h>

int main(void) {
  static double samples[4000][2];
  size_t stride = sizeof samples[0];
  int rate, right = 0, first = -1;
  struct xdf *file = xdf_open("in.edf", XDF_READ, XDF_EDF);
  xdf_get_conf(file, XDF_F_SAMPLING_FREQ, &rate, XDF_NOF);
  for (int i = 0; i < 2; i++)
    xdf_set_chconf(xdf_get_channel(file, i), XDF_CF_ARRINDEX, 0, XDF_CF_ARROFFSET, i * (int)sizeof(double), XDF_CF_ARRTYPE, XDFDOUBLE,
                   XDF_CF_ARRDIGITAL, 0, XDF_NOF);
  int failed = xdf_define_arrays(file, 1, &stride) || xdf_prepare_transfer(file);
  int size = xdf_read(file, 4000, samples);
  for (int i = 0; i < size; i++) {
    if (samples[i][0] == i) right++;
    else if (first < 0) first = i;
  }
  printf("%d Hz, %s, %d samples, %d of them right", rate, failed || size < 0 ? "failed" : "read", size, right);
  if (first >= 0) printf(", the first wrong one %g for %d", samples[first][0], first);
  printf("\n");
  xdf_close(file);
}
C
cc -I root/usr/include try.c -L root/usr/lib/x86_64-linux-gnu -lxdffileio -o try
seen=
for rate in 100 30 200; do
  node write.cjs "$rate"
  seen+="$rate: $(LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu ./try)"$'\n'
done
echo "libxdffileio 0.3, ten seconds of an ECG of 100 Hz, with another signal of 100, of 30 and of 200 Hz behind it"
echo "expected: 1000 samples, all of them right, then twice a failure"
printf %s "$seen"
[ "$seen" = "100: 100 Hz, read, 1000 samples, 1000 of them right
30: 30 Hz, read, 630 samples, 30 of them right, the first wrong one 60 for 30
200: 200 Hz, read, 1400 samples, 100 of them right, the first wrong one -7 for 100
" ] || { echo "This has changed." >&2; exit 1; }
