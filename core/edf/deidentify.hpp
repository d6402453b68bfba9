// A copy of a recording without the identity in its header, and an honest list of where identity may remain.
// Values are those that EDF+ prescribes for anonymous recordings (2.1.3 items 3 and 4): X for each subfield.
// Data bytes are never touched, unless annotation texts are to be blanked; then only those.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

struct DeidentifyOptions {
  bool technical = false;
  bool annotations = false;
  bool continuous = false;

  static constexpr const char* type_name = "DeidentifyOptions";
  static constexpr auto fields() {
    return std::array{field<&DeidentifyOptions::technical>(
                          "technical", "Also blank transducers and the free text of reserved fields."),
                      field<&DeidentifyOptions::annotations>(
                          "annotations", "Also replace the letters of annotation texts by X."),
                      field<&DeidentifyOptions::continuous>(
                          "continuous", "Write EDF+D as EDF+C; only for a file without gaps.")};
  }
};

enum class Treatment { cleaned, clean_already, kept };
constexpr auto enum_names(Treatment) {
  return std::array<std::string_view, 3>{"cleaned", "clean_already", "kept"};
}

/// One place where identity can sit.
struct Place {
  words::Text place;
  Treatment treatment = Treatment::kept;
  words::Text note;  ///< what it was set to, or what to look at; never the content that was found

  static constexpr const char* type_name = "IdentityPlace";
  static constexpr auto fields() {
    return std::array{field<&Place::place>("place", "Where identity can sit in a file."),
                      field<&Place::treatment>("treatment", "cleaned, clean already, or kept as it is."),
                      field<&Place::note>("note", "What it was set to, or what to look at.")};
  }
};

/// Header bytes of the copy: as long as the original's, so that every sample keeps its place. `header_bytes`
/// are the file's first header.header_bytes bytes; `header` is what the reader made of them.
std::vector<std::uint8_t> deidentified_header(std::span<const std::uint8_t> header_bytes,
                                              const Header& header, DeidentifyOptions options);

/// Whether a file that was read to its end calls itself discontinuous and is as EDF+C must be (exact steps from within
/// the first second): programs that rest on EDFlib refuse
/// EDF+D, and read it as EDF+C.
bool is_continuous_in_truth(const Reader& reader);

/// Replaces the letters and digits of annotation texts in one record by X, in place; times and lengths stay.
void blank_annotations(const Header& header, std::span<std::uint8_t> record);

/// What was cleaned and what was not, in the order of a file; the last entries are outside any file.
std::vector<Place> identity_places(const Reader& reader, DeidentifyOptions options);

}  // namespace attune::edf
