// usage: interop_edflib FOLDER: writes an EDF+C and a BDF+C with our writer into FOLDER and reads them with
// EDFlib, which must give the same samples and annotations. (EDFlib refuses every EDF+D, so those are left to
// MNE.)
#include <edflib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "edf_bytes.hpp"

using namespace attune;
using namespace attune::test;

namespace {

Recipe example(bool bdf) {
  Recipe wanted = recipe(30);
  wanted.header.bdf = bdf;
  wanted.header.record_duration_s = 0.5;
  wanted.header.signals = {signal("EEG F3", 128), signal("EEG F4", 128), signal("ECG", 128)};
  for (edf::WriterSignal& of : wanted.header.signals) {
    of.digital_min = bdf ? -8388608 : -32768;
    of.digital_max = bdf ? 8388607 : 32767;
    of.prefilter = "HP:0.1Hz LP:75Hz";
  }
  wanted.annotations = {{0, {}, "Recording starts", ""},
                        {12'345'678, 5'000'000, "still face", ""},
                        {30'000'000, {}, "\u00FCber", ""},
                        {140'000'000, 9'000'000, "last", ""}};
  return wanted;
}

int differences(const std::string& path, const Recipe& wanted) {
  edf_hdr_struct header;
  if (edfopen_file_readonly(path.c_str(), &header, EDFLIB_READ_ALL_ANNOTATIONS) != 0) {
    std::printf("%s: EDFlib refuses it (%d)\n", path.c_str(), header.filetype);
    return 1;
  }
  int wrong = 0;
  for (int i = 0; i < header.edfsignals; ++i) {
    std::vector<int> samples(static_cast<std::size_t>(header.signalparam[i].smp_in_file));
    edfread_digital_samples(header.handle, i, static_cast<int>(samples.size()), samples.data());
    for (std::size_t k = 0; k < samples.size(); ++k)
      wrong += samples[k] != sample_value(static_cast<std::size_t>(i), k, wanted.header.bdf) ? 1 : 0;
  }
  wrong += header.annotations_in_file != static_cast<long long>(wanted.annotations.size()) ? 1 : 0;
  for (int i = 0; i < header.annotations_in_file; ++i) {
    edf_annotation_struct got;
    edf_get_annotation(header.handle, i, &got);
    const edf::Annotation& expected = wanted.annotations[static_cast<std::size_t>(i)];
    wrong += got.onset != expected.onset || expected.text != got.annotation ? 1 : 0;
  }
  std::printf("%s: %d signals, %lld annotations, %d differences\n", path.c_str(), header.edfsignals,
              header.annotations_in_file, wrong);
  edfclose_file(header.handle);
  return wrong;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::filesystem::create_directories(argv[1]);
  int wrong = 0;
  for (const bool bdf : {false, true}) {
    const Recipe wanted = example(bdf);
    const std::string path = std::string(argv[1]) + (bdf ? "/example.bdf" : "/example.edf");
    const Bytes bytes = write(wanted);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    wrong += differences(path, wanted);
  }
  return wrong == 0 ? 0 : 1;
}
