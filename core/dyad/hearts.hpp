// The two hearts as they are read, by the program and by the page: both in one recording, one in each of two, or as lists
// of beats. Bytes are pushed, and what they are is told by how they begin.
//
//   HeartStream stream(file_bytes, wanted, Who::infant);   // or without `who`: a recording of both
//   for (slice of file) if (auto ok = stream.push(slice); !ok) return ok.error();
//   auto file = stream.finish();
//   auto pair = pair_of(mother, infant, wanted);           // on one clock
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dyad/dyad.hpp"
#include "ecg/edit.hpp"
#include "edf/recording.hpp"
#include "edf/start.hpp"

namespace attune::dyad {

enum class Who { mother, infant };
constexpr auto enum_names(Who) {
  return std::array<std::string_view, 2>{"mother", "infant"};
}

struct HeartWanted {
  std::string label;
  std::optional<double> age_months;
  std::optional<ecg::Preset> preset;

  static constexpr const char* type_name = "HeartWanted";
  static constexpr auto fields() {
    return std::array{field<&HeartWanted::label>("label", "Which signal; empty: told by the labels."),
                      field<&HeartWanted::age_months>("age_months", between(0, 1440),
                                                      "Age; of the mother it is not asked."),
                      field<&HeartWanted::preset>(
                          "preset", "Age group; null: the age decides, and the mother is an adult.")};
  }
};

/// Beats that were edited by hand in one recording, known by its digest. Of a recording of both they are the infant's.
struct HeartEdits {
  std::string sha256;
  std::vector<ecg::BeatEdit> beats;

  static constexpr const char* type_name = "HeartEdits";
  static constexpr auto fields() {
    return std::array{
        field<&HeartEdits::sha256>("sha256", "Digest of the recording; empty: whichever it is."),
        field<&HeartEdits::beats>("beats", up_to(20000), "In the order in which they were made.")};
  }
};

struct PairWanted {
  HeartWanted mother, infant;
  std::optional<double> offset_s, drift_ppm;
  std::string trigger;
  std::optional<std::vector<Phase>> phases;
  std::vector<HeartEdits> edits;

  static constexpr const char* type_name = "PairWanted";
  static constexpr auto fields() {
    using P = PairWanted;
    return std::array{
        field<&P::mother>("mother", "The mother's heart."),
        field<&P::infant>("infant", "The infant's heart."),
        field<&P::offset_s>(
            "offset_s", between(-86400, 86400),
            "Of two files, by hand: the infant's second 0 on the mother's clock; null: by the start times."),
        field<&P::drift_ppm>("drift_ppm", between(-10000, 10000),
                             "By hand: how much longer the infant's second is, parts in a million."),
        field<&P::trigger>("trigger", "Of two files: the mark that both hold; empty: none."),
        field<&P::phases>("phases", up_to(100, between(-1e8, 1e8)),
                          "Parts of the protocol on the shared clock; null: as the recordings have them."),
        field<&P::edits>("edits", up_to(1000), "Beats edited by hand, of these or other recordings.")};
  }
};

/// One heart as it was detected, or listed.
struct ReadHeart {
  words::Text source;
  ecg::AgeGroup group;
  ecg::Settings settings;
  ecg::EcgFeatures features;
};

/// What one file holds: beats of one or both, and its own time.
struct HeartFile {
  std::string sha256;
  std::optional<ReadHeart> mother, infant;
  std::vector<edf::Annotation> annotations;
  std::vector<Phase> phases;
  std::optional<edf::CivilTime> start;
  double start_fraction_s = 0, end_s = 0;
  bool recording = false;
  std::vector<Diagnostic> diagnostics;
};

class HeartStream {
 public:
  /// Without `who` the file is a recording that holds both; else a recording or a list of beats of that one.
  HeartStream(std::uint64_t file_bytes, const PairWanted& wanted, std::optional<Who> who);
  ~HeartStream();

  /// The next slice of the file, of any size. Errors: those of edf::Reader.
  Status push(std::span<const std::uint8_t> bytes);
  /// After the last byte. Errors: those of reading, E_DYAD_SIGNAL (the labels do not tell whose ECG is whose), E_RATE.
  Result<HeartFile> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Both hearts on one clock, their beats edited.
struct Pair {
  std::optional<HeartInput> mother, infant;
  Clock clock;
  std::vector<Phase> phases;  ///< on the shared clock
  std::vector<Diagnostic> diagnostics;
};

/// Of a recording that holds both.
Pair pair_of(const HeartFile& both, const PairWanted& wanted);
/// Of two files, either of which may be missing. Errors: E_DYAD_TRIGGERS, E_DYAD_CLOCK (no start times).
Result<Pair> pair_of(const HeartFile* mother, const HeartFile* infant, const PairWanted& wanted);

/// analyze() of a pair, with what is doubtful about its files.
Result<Dyad> analyze(const Pair& pair, const Settings& settings);

}  // namespace attune::dyad
