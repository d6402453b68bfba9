// An infant's sex as tables write it: f, female, girl, fille, weiblich …
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"

namespace attune::tables {

/// "f" or "m"; empty where the cell is missing or none of these (a code, whose meaning nothing tells).
std::string sex_of(std::string_view cell);

/// The sexes of a table's lines; those that cannot be read are counted.
class Sexes {
 public:
  /// `levels`: what a file beside the table says that its codes mean.
  explicit Sexes(const CsvTable& csv, std::map<std::string, std::string> levels = {});

  /// Of one line: f, m, or empty.
  std::string of(const CsvRow& row);

  /// W_SEX_UNKNOWN, with the first place. `table`: its name, which may be empty.
  void say(std::vector<Diagnostic>& notes, const std::string& table) const;

 private:
  const CsvTable* csv_;
  std::optional<std::size_t> column_;
  std::map<std::string, std::string> levels_;
  std::size_t unknown_ = 0;
  const CsvRow* first_ = nullptr;
};

}  // namespace attune::tables
