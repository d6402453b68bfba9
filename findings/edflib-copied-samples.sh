#!/usr/bin/env bash
# EDFlib 1.23 (Debian 12): physical samples that are read and written again with the same ranges.
#
# Expected: a signal that is copied by edfread_physical_samples and edfwrite_physical_samples, unfiltered and with the header's own
# ranges, has the samples it had.
# Seen (2026-11-29): a value in uV is cut towards zero when it is turned into a whole number, not rounded, so that the last bit of
# the division decides. Of the 65 536 values of a signal of -100 to 100 uV in 16 bits, 5160 come out one step nearer to zero, some of
# them one more with each further copy: after ten the farthest is off by ten. It depends on the ranges: for 0 to 300 in 300 steps
# nothing changes. A checksum of the samples, or a marker channel whose codes are compared, does not survive the copy.
#
# It needs a C compiler; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libedf1=1.23-1 libedf-dev=1.23-1 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.c <<'C'
#include <edflib.h>
#include <stdio.h>
#include <stdlib.h>

static int create(const char *name, double range, int least, int most) {
  int file = edfopen_file_writeonly(name, EDFLIB_FILETYPE_EDFPLUS, 1);
  edf_set_samplefrequency(file, 0, most - least + 1);
  edf_set_physical_maximum(file, 0, range);
  edf_set_physical_minimum(file, 0, least < 0 ? -range : 0);
  edf_set_digital_maximum(file, 0, most);
  edf_set_digital_minimum(file, 0, least);
  return file;
}

static void copies(double range, int least, int most) {
  static double physical[65536];
  static int digital[65536];
  static short every[65536];
  struct edf_hdr_struct header;
  int size = most - least + 1, file = create("0.edf", range, least, most);
  for (int i = 0; i < size; i++) every[i] = (short)(least + i);
  edfwrite_digital_short_samples(file, every);
  edfclose_file(file);
  printf("%g in %d to %d:", range, least, most);
  for (int copy = 1; copy <= 10; copy++) {
    char name[16];
    sprintf(name, "%d.edf", copy - 1);
    edfopen_file_readonly(name, &header, EDFLIB_DO_NOT_READ_ANNOTATIONS);
    edfread_physical_samples(header.handle, 0, size, physical);
    edfclose_file(header.handle);
    sprintf(name, "%d.edf", copy);
    file = create(name, range, least, most);
    edfwrite_physical_samples(file, physical);
    edfclose_file(file);
    edfopen_file_readonly(name, &header, EDFLIB_DO_NOT_READ_ANNOTATIONS);
    edfread_digital_samples(header.handle, 0, size, digital);
    edfclose_file(header.handle);
    int nearer = 0, farthest = 0;
    for (int i = 0; i < size; i++) {
      int off = abs(digital[i] - every[i]);
      nearer += abs(digital[i]) < abs(every[i]);
      if (off > farthest) farthest = off;
    }
    if (copy == 1 || copy == 10) printf(" %d nearer to 0, by up to %d%s", nearer, farthest, copy == 1 ? ";" : "\n");
  }
}

int main(void) {
  copies(100, -32768, 32767);
  copies(500, -2048, 2047);
  copies(300, 0, 300);
}
C
cc -I root/usr/include try.c -L root/usr/lib/x86_64-linux-gnu -ledf -o try
seen=$(LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu ./try)
echo "EDFlib 1.23, every value of a signal copied once, and ten times"
echo "expected: 0 nearer to 0"
echo "$seen"
[ "$seen" = "100 in -32768 to 32767: 5160 nearer to 0, by up to 1; 5160 nearer to 0, by up to 10
500 in -2048 to 2047: 46 nearer to 0, by up to 1; 46 nearer to 0, by up to 1
300 in 0 to 300: 0 nearer to 0, by up to 0; 0 nearer to 0, by up to 0" ] || { echo "This has changed." >&2; exit 1; }
