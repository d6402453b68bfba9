#include "tables/missing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "tables/spread.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::tables {
namespace {

template <std::size_t N>
bool is_among(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// .a to .z and ._ of SAS and Stata.
bool is_coded_point(const std::string& word) {
  return word.size() == 2 && word[0] == '.' && ((word[1] >= 'a' && word[1] <= 'z') || word[1] == '_');
}

/// No word of the lists begins so, and nearly every cell that is asked about does.
bool begins_as_number(std::string_view cell) {
  return !cell.empty() && is_digit(cell.front());
}

/// Whether a number lies where the others, none of which is a code, never are.
bool is_far(double code, const std::vector<double>& others) {
  if (others.size() < fewest_values) return false;
  if (code < 0 && *std::min_element(others.begin(), others.end()) >= 0) return true;
  return Spread(others).is_beyond(code);
}

/// How often the number stands that stands most often.
std::size_t most_alike(const std::vector<double>& numbers) {
  std::map<double, std::size_t> counts;
  for (const double number : numbers) ++counts[number];
  std::size_t most = 0;
  for (const auto& [number, count] : counts) most = std::max(most, count);
  return most;
}

/// 77 or 88 that repeats: missing where no value can lie, in doubt where it stands far more often than any other.
void add_rare_codes(std::span<const double> numbers, const std::optional<ValueRange>& range,
                    MissingCodes& found) {
  constexpr std::size_t fewest = 2, fewest_alike = 3, times_as_often = 2;
  std::map<double, std::size_t> codes;
  for (const double number : numbers)
    if (is_rare_missing_code(number)) ++codes[number];
  for (const auto& [code, count] : codes) {
    if (count < fewest) continue;  // once, it is as likely mistyped
    std::vector<double> others;
    for (const double number : numbers)
      if (number != code && !is_missing_code(number)) others.push_back(number);
    const bool impossible = range ? code < range->lowest || code > range->highest : is_far(code, others);
    if (impossible)
      found.missing.push_back(code);
    else if (range && count >= fewest_alike && count >= times_as_often * most_alike(others))
      found.doubtful.push_back(code);
  }
}

}  // namespace

bool says_missing(std::string_view cell) {
  if (begins_as_number(cell)) return false;
  constexpr std::array<std::string_view, 24> words{
      "",        "na",      "n/a",      "n.a.",  "nan",   "null",   ".",       "-",
      "--",      "\u2013",  "\u2014",   "?",     "#n/a",  "#na",    "#nv",     "#null!",
      "#div/0!", "#value!", "#valeur!", "#ref!", "#num!", "#name?", "$sysmis", "<na>"};
  const std::string word = lower(cell);
  return is_among(word, words) || is_coded_point(word);
}

bool says_no_number(std::string_view cell) {
  constexpr std::array<std::string_view, 18> redcap{"ni",  "inv",  "unk",  "nask", "asku", "nav",
                                                    "msk", "navu", "np",   "qs",   "qi",   "trc",
                                                    "unc", "der",  "pinf", "ninf", "oth",  "nd"};
  constexpr std::array<std::string_view, 64> words{"missing",
                                                   "unknown",
                                                   "refused",
                                                   "refusal",
                                                   "declined",
                                                   "none",
                                                   "not available",
                                                   "not asked",
                                                   "not answered",
                                                   "not done",
                                                   "not collected",
                                                   "not applicable",
                                                   "no answer",
                                                   "no response",
                                                   "skipped",
                                                   "don't know",
                                                   "dk",
                                                   "inf",
                                                   "manquant",
                                                   "manquante",
                                                   "refus",
                                                   "refusé",
                                                   "inconnu",
                                                   "non disponible",
                                                   "non répondu",
                                                   "nsp",
                                                   "fehlend",
                                                   "k.a.",
                                                   "k. a.",
                                                   "keine angabe",
                                                   "unbekannt",
                                                   "ne sait pas",
                                                   "non renseigné",
                                                   "nr",
                                                   "sin dato",
                                                   "n.d.",
                                                   "sysmis",
                                                   "prefer not to say",
                                                   "prefer not to answer",
                                                   "don\u2019t know",
                                                   "skip",
                                                   "dropout",
                                                   "withdrew",
                                                   "lost to follow-up",
                                                   "pending",
                                                   "na_integer_",
                                                   "fehlt",
                                                   "leer",
                                                   "vide",
                                                   "absent",
                                                   "absente",
                                                   "/",
                                                   "*",
                                                   "blank",
                                                   "n.e.",
                                                   "sans réponse",
                                                   "pas de réponse",
                                                   "ohne angabe",
                                                   "o.a.",
                                                   "nicht erhoben",
                                                   "nicht beantwortet",
                                                   "non fait",
                                                   "unanswered",
                                                   "not completed"};
  if (begins_as_number(cell)) return false;
  if (says_missing(cell)) return true;
  const std::string word = lower(cell);
  return is_among(word, redcap) || is_among(word, words);
}

bool among_codes(std::string_view text, const std::vector<std::string>& codes) {
  if (codes.empty()) return false;
  if (std::find(codes.begin(), codes.end(), text) != codes.end()) return true;
  const auto value = decimal_number(text);
  return value && std::any_of(codes.begin(), codes.end(),
                              [&](const std::string& code) { return decimal_number(code) == value; });
}

bool is_missing_code(double value) {
  constexpr std::array below{-7.0,  -8.0,  -9.0,   -66.0,  -77.0,  -88.0,  -97.0,
                             -98.0, -99.0, -777.0, -888.0, -998.0, -999.0, -9999.0};
  constexpr std::array above{99.0, 777.0, 888.0, 999.0, 9999.0};
  return std::find(below.begin(), below.end(), value) != below.end() ||
         std::find(above.begin(), above.end(), value) != above.end();
}

bool is_rare_missing_code(double value) {
  constexpr std::array codes{66.0, 77.0, 88.0, 97.0, 98.0};
  return std::find(codes.begin(), codes.end(), value) != codes.end();
}

bool MissingCodes::holds(double value) const {
  return std::find(missing.begin(), missing.end(), value) != missing.end();
}

bool MissingCodes::names(double value) const {
  return holds(value) || std::find(doubtful.begin(), doubtful.end(), value) != doubtful.end();
}

MissingCodes missing_codes(std::span<const double> numbers, const std::optional<ValueRange>& range) {
  std::vector<double> codes, others;
  for (const double value : numbers) (is_missing_code(value) ? codes : others).push_back(value);
  std::sort(codes.begin(), codes.end());
  const auto ends = std::minmax_element(others.begin(), others.end());
  const auto beyond_others = [&](double code) {
    return !range && !others.empty() && (code < *ends.first || code > *ends.second);
  };
  MissingCodes found;
  for (auto at = codes.begin(); at != codes.end();) {
    const auto next = std::upper_bound(at, codes.end(), *at);
    const bool impossible = range ? *at < range->lowest || *at > range->highest : is_far(*at, others);
    if (impossible)
      found.missing.push_back(*at);
    else if (next - at > 1 || beyond_others(*at))
      found.doubtful.push_back(*at);
    at = next;
  }
  add_rare_codes(numbers, range, found);
  return found;
}

Diagnostic code_note(double code, std::size_t count, const std::string& measure, bool missing,
                     words::Text where) {
  const words::AsIs digits = words::as_is(decimal_text(code, 0)), name = words::as_is(measure);
  return {missing ? "W_MISSING_CODE" : "W_MISSING_CODE_KEPT", Severity::warning,
          missing
              ? words::say<"tables.code_missing_of">({{"code", digits}, {"count", count}, {"measure", name}})
              : words::say<"tables.code_kept_of">({{"code", digits}, {"count", count}, {"measure", name}}),
          std::move(where), ""};
}

}  // namespace attune::tables
