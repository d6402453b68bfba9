// Whose recording the header says it is: code, sex and birth date of EDF+'s patient field ("code sex birthdate name").
// For comparing within one run of program or page alone: what is read here identifies a person, and stands in no result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "edf/recording.hpp"

namespace attune::edf {

struct Person {
  std::string code;        ///< in small letters, letters and digits alone; empty: not known
  std::string sex;         ///< f, m or empty
  std::string birth_date;  ///< "2023-09-01" or empty

  bool empty() const { return code.empty() && sex.empty() && birth_date.empty(); }

  static constexpr const char* type_name = "Person";
  static constexpr auto fields() {
    return std::array{field<&Person::code>("code", "Code; empty: not known."),
                      field<&Person::sex>("sex", "f, m, or empty."),
                      field<&Person::birth_date>("birth_date", "ISO date, or empty.")};
  }
};

/// Empty where the field is none of EDF+ (free text), or withholds it ("X").
Person read_person(const Identity& identity);

/// In what two persons differ that both headers name.
struct PersonsDiffer {
  bool code = false, sex = false, birth_date = false;
  bool any() const { return code || sex || birth_date; }
};
PersonsDiffer compare_persons(const Person& a, const Person& b);

/// Age at the start in months, to a tenth; none if birth or start is unknown, on the same day (a placeholder), after
/// the other, or more than 120 years apart.
std::optional<double> age_months_at_start(const Header& header);

}  // namespace attune::edf
