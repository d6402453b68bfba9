#include "edf/person.hpp"

#include <cmath>
#include <string_view>

#include "edf/start.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

std::vector<std::string_view> subfields(std::string_view field) {
  std::vector<std::string_view> found;
  for (std::string_view rest = trim(field); !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    found.push_back(word);
    rest = trim(rest.substr(word.size()));
  }
  return found;
}

bool is_withheld(std::string_view word) {
  return word == "X" || word == "x";
}

/// What programs write where they take a date of birth out: the first day of a year that a clock or calendar begins with.
bool is_placeholder(const CivilTime& birth) {
  const bool first_year = birth.year <= 1901 || birth.year == 1970 || birth.year == 1985;
  return birth.month == 1 && birth.day == 1 && first_year;
}

/// "P-0012" and "p_0012" are one code.
std::string bare_code(std::string_view code) {
  std::string bare;
  for (const char c : lower(code))
    if ((c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) bare += c;
  return bare;
}

}  // namespace

Person read_person(const Identity& identity) {
  const auto words = subfields(identity.patient);
  if (words.size() < 3) return {};
  const std::string sex = lower(words[1]);
  const auto birth = parse_plus_date(words[2]);
  const bool plus = (sex == "f" || sex == "m" || sex == "x") && (birth || is_withheld(words[2]));
  if (!plus) return {};
  Person person;
  if (!is_withheld(words[0])) person.code = bare_code(words[0]);
  if (sex != "x") person.sex = sex;
  if (birth && !is_placeholder(*birth)) person.birth_date = iso(*birth).substr(0, 10);
  return person;
}

PersonsDiffer compare_persons(const Person& a, const Person& b) {
  const auto differ = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  return {differ(a.code, b.code), differ(a.sex, b.sex), differ(a.birth_date, b.birth_date)};
}

std::optional<double> age_months_at_start(const Header& header) {
  constexpr int oldest_days = 120 * 365;
  const Person person = read_person(header.identity);
  if (person.birth_date.empty() || !header.start) return std::nullopt;
  const auto days = days_between(person.birth_date, *header.start);
  if (!days || *days <= 0 || *days > oldest_days) return std::nullopt;
  return std::round(10 * *days / days_per_month) / 10;
}

}  // namespace attune::edf
