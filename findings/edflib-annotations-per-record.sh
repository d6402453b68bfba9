#!/usr/bin/env bash
# EDFlib 1.23 (Debian 12): more annotations than there are data records.
#
# Expected: an annotation for which edfwrite_annotation_utf8 returns 0, its sign of success, is in the file. EDF+ allows any
# number of them in a record.
# Seen (2026-11-28): each data record takes one annotation, and those that are left when the file is closed are dropped. Every
# write and the close itself return 0. It is the last ones that go: three seconds of recording and six codes give the first three.
# Where more than one event a record is coded, the end of the session has none. (edf_set_number_of_annotation_signals makes
# room for more, if the number is known before the first sample is written.)
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

int main(void) {
  const char *codes[] = {"mother smiles", "infant smiles", "infant looks away", "mother speaks", "infant cries", "mother waits"};
  int file = edfopen_file_writeonly("try.edf", EDFLIB_FILETYPE_EDFPLUS, 1), failed = 0;
  edf_set_samplefrequency(file, 0, 4);
  edf_set_physical_maximum(file, 0, 100);
  edf_set_physical_minimum(file, 0, -100);
  edf_set_digital_maximum(file, 0, 32767);
  edf_set_digital_minimum(file, 0, -32768);
  double samples[] = {0, 10, 20, 10};
  for (int second = 0; second < 3; second++) failed += edfwrite_physical_samples(file, samples) != 0;
  for (int i = 0; i < 6; i++) failed += edfwrite_annotation_utf8(file, i * 5000LL, -1, codes[i]) != 0;  // every .5 s
  failed += edfclose_file(file) != 0;

  struct edf_hdr_struct header;
  struct edf_annotation_struct annotation;
  edfopen_file_readonly("try.edf", &header, EDFLIB_READ_ALL_ANNOTATIONS);
  printf("%d failed, %lld kept", failed, header.annotations_in_file);
  for (int i = 0; i < header.annotations_in_file; i++) {
    edf_get_annotation(header.handle, i, &annotation);
    printf("%s %s", i > 0 ? "," : ":", annotation.annotation);
  }
  edfclose_file(header.handle);
}
C
cc -I root/usr/include try.c -L root/usr/lib/x86_64-linux-gnu -ledf -o try
seen=$(LD_LIBRARY_PATH=root/usr/lib/x86_64-linux-gnu ./try)
echo "EDFlib 1.23, six annotations in three data records of 1 s"
echo "expected: 0 failed, 6 kept (or a write that fails)"
echo "seen:     $seen"
[ "$seen" = "0 failed, 3 kept: mother smiles, infant smiles, infant looks away" ] || { echo "This has changed." >&2; exit 1; }
