// Names that differ in capitals, or by zeros in front of a number, mean one: sub-1 and sub-01, EPDS and epds. The first
// spelling is kept, and said. Those of participants may also differ in signs between letters and numbers, in BIDS' "sub-",
// and in the ".0" that a spreadsheet's number gets: P01, p-1 and sub-P01; 7 and 7.0.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::tables {

enum class NamesOf { anything, participants, measures };

/// What all spellings of a name have in common.
std::string key_of_name(std::string_view name, NamesOf of);

class SameNames {
 public:
  explicit SameNames(NamesOf of = NamesOf::anything) : of_(of) {}

  /// The spelling that the name had first.
  const std::string& of(std::string_view name);

  /// N_TABLE_SAME_NAME, where there were others. W_TABLE_MAY_BE_ONE, of participants: one is a number and another the same
  /// number behind letters (1 and P01), which stay two; of measures: one is another with a unit behind (rmssd and rmssd_ms).
  void say(std::vector<Diagnostic>& notes, words::Text where) const;

 private:
  NamesOf of_;
  std::map<std::string, std::string, std::less<>>
      as_first_;                              ///< by spelling: a table repeats each on many lines
  std::map<std::string, std::string> first_;  ///< by key
  std::map<std::string, std::string, std::less<>> matched_;  ///< other spellings, with the first

  /// A name that is perhaps the same as this one; null: none.
  const std::string* alike(const std::string& key) const;
  void say_alike(std::vector<Diagnostic>& notes, words::Text where) const;
};

}  // namespace attune::tables
