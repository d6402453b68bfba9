#include "tables/visit_name.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/blanks.hpp"
#include "base/csv.hpp"
#include "base/words.hpp"
#include "tables/visit_words.hpp"

namespace attune::tables {
namespace {

struct Token {
  std::string text;
  std::optional<double> number = {};
  bool used = false;
};

using Tokens = std::vector<Token>;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a number has a minus in front: "-1", "day -7". In "T-1" and "2-1" the sign parts two names.
bool is_minus(std::string_view text, std::size_t number) {
  constexpr std::array<std::string_view, 2> signs{"-", "\u2212"};
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    const std::string_view before = text.substr(0, number);
    return before == sign ||
           (before.ends_with(sign) && before.substr(0, before.size() - sign.size()).ends_with(' ') &&
            before.find_first_of("0123456789") == std::string_view::npos);
  });
}

/// Letters and numbers, each apart: "12mo_fu" is 12, mo, fu.
Tokens tokens_of(std::string_view name) {
  const std::string text = lower(name);
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const auto blank = [&](std::size_t place) {
      return is_letter(text[place]) ? blank_size(std::string_view(text).substr(place)) : 0;
    };
    if (is_digit(text[at])) {
      const auto decimal = [&] {
        return end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]) &&
               text.find_first_of(".,", at) == end;
      };
      while (end < text.size() && (is_digit(text[end]) || decimal())) ++end;
      std::string digits = text.substr(at, end - at);
      std::replace(digits.begin(), digits.end(), ',', '.');
      const auto number = decimal_number(digits);
      tokens.push_back({digits, number && is_minus(text, at) ? -*number : number});
    } else if (blank(at) > 0) {
      end += blank(at);
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end]) && blank(end) == 0) ++end;
      tokens.push_back({text.substr(at, end - at)});
    } else {
      ++end;
    }
    at = end;
  }
  return tokens;
}

/// The number that a name is which is nothing but I, II, III and so on; 0: it is none.
int roman(const Tokens& tokens) {
  constexpr std::array<std::string_view, 12> numbers{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                     "vii", "viii", "ix",  "x",  "xi", "xii"};
  const std::size_t last = tokens.size() - 1;
  if (tokens.empty() || tokens.size() > 2 || (last == 1 && !counts_visits(tokens.front().text))) return 0;
  const auto found = std::find(numbers.begin(), numbers.end(), tokens[last].text);
  return found == numbers.end() ? 0 : static_cast<int>(found - numbers.begin()) + 1;
}

/// Days from 1970 of a date that there is (Hinnant's days_from_civil).
std::optional<int> days_of_date(double year, double month, double day) {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31))
    return std::nullopt;
  const int y = static_cast<int>(year) - (month <= 2 ? 1 : 0), m = static_cast<int>(month);
  const int era = y / 400, of_era = y - era * 400;
  const int of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + static_cast<int>(day) - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool is_year(double number) {
  return number >= 1950 && number < 2200 && number == static_cast<int>(number);
}

/// "Mar-25", as spreadsheets write March 2025 and 25 March alike: read both ways.
void take_short_month(Token& month, Token& number, std::size_t tokens, VisitName& found) {
  if (tokens != 2 || *number.number != std::floor(*number.number) || *number.number < 10) return;
  const int of_year = month_named(month.text);
  const auto year_behind = days_of_date(2000 + *number.number, of_year, 1);
  const auto day_behind = days_of_date(2000, of_year, *number.number);
  if (!year_behind || !day_behind) return;
  found.date_days = year_behind;
  found.date_days_month_first = day_behind;
  month.used = number.used = true;
}

/// Takes out a month by name with its year, and the day if there is one: 1 Mar 2025, March 2025.
void take_month(Tokens& tokens, VisitName& found) {
  Token *month = nullptr, *year = nullptr, *day = nullptr;
  for (Token& token : tokens) {
    if (token.number && is_year(*token.number))
      year = &token;
    else if (token.number)
      day = &token;
    else if (month_named(token.text) > 0)
      month = &token;
  }
  if (month && !year && day) take_short_month(*month, *day, tokens.size(), found);
  if (!month || !year) return;
  found.date_days = days_of_date(*year->number, month_named(month->text), day ? *day->number : 1);
  if (!found.date_days) return;
  for (Token* token : {month, year, day})
    if (token) token->used = true;
}

/// The date of three numbers, or of a year and a month; of "03.05.25" the year is this century's.
void read_date(const std::vector<double>& numbers, std::string_view name, VisitName& found) {
  if (numbers.size() == 2) {
    const bool first = is_year(numbers[0]);
    if (name.find_first_not_of("0123456789-./_ ") == std::string_view::npos && (first || is_year(numbers[1])))
      found.date_days = days_of_date(numbers[first ? 0 : 1], numbers[first ? 1 : 0], 1);
    return;
  }
  found.date_days = days_of_date(numbers[0], numbers[1], numbers[2]);
  if (found.date_days) return;
  const bool is_short =
      numbers.size() == 3 && numbers[2] >= 10 && numbers[2] < 100 &&
      std::count_if(name.begin(), name.end(), [](char c) { return c == '.' || c == '/'; }) == 2;
  const double year = is_short ? 2000 + numbers[2] : numbers[2];
  found.date_days = days_of_date(year, numbers[1], numbers[0]);
  found.date_days_month_first = days_of_date(year, numbers[0], numbers[1]);
}

/// Takes a date out: three numbers one after another, the year first or last, a year and a month, or eight digits.
void take_date(Tokens& tokens, std::string_view name, VisitName& found) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& digits = tokens[i].text;
    if (tokens[i].number && digits.size() == 8 && digits.find('.') == std::string::npos) {
      const double all = *tokens[i].number, year = static_cast<int>(all / 10000);
      const double month = static_cast<int>(all / 100) % 100, day = static_cast<int>(all) % 100;
      found.date_days = days_of_date(year, month, day);
      tokens[i].used = found.date_days.has_value();
      return;
    }
  }
  // "01.03.2025" is 1.03 and 2025 as numbers, so the digits are read apart here.
  std::vector<double> numbers;
  std::string digits;
  for (const char c : std::string(name) + " ") {
    if (is_digit(c)) {
      digits += c;
    } else if (!digits.empty()) {
      numbers.push_back(digits.size() < 5 ? *decimal_number(digits) : -1);
      digits.clear();
    }
  }
  take_month(tokens, found);
  if (found.date_days || numbers.size() < 2) return;
  read_date(numbers, name, found);
  if (!found.date_days && !found.date_days_month_first) return;
  for (Token& token : tokens) token.used = token.used || token.number.has_value();
}

/// Takes out a word with the number behind it ("arm 1").
double take_counted(Tokens& tokens, const char* word) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (tokens[i].text == word && tokens[i + 1].number) {
      tokens[i].used = tokens[i + 1].used = true;
      return *tokens[i + 1].number;
    }
  return 0;
}

/// Takes numbers with a unit out, behind them or before: 9wk, week 9.
void take_times(Tokens& tokens, VisitName& found) {
  const auto unit_at = [&](std::size_t i) {
    return i < tokens.size() && !tokens[i].used && !tokens[i].number ? days_of_unit(tokens[i].text)
                                                                     : std::nullopt;
  };
  const auto take = [&](Token& number, Token& unit, double days) {
    found.days = found.days.value_or(0) + *number.number * days;
    number.used = unit.used = true;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].number || tokens[i].used) continue;
    const auto before = i > 0 ? unit_at(i - 1) : std::nullopt, behind = unit_at(i + 1);
    const bool is_next_ones = i + 2 < tokens.size() && tokens[i + 2].number &&
                              (before || (i > 0 && counts_visits(tokens[i - 1].text)));
    if (behind && !is_next_ones)
      take(tokens[i], tokens[i + 1], *behind);
    else if (before)
      take(tokens[i], tokens[i - 1], *before);
  }
}

/// Makes numbers of those in words beside a unit of time: "six months".
void spell_out(Tokens& tokens) {
  const auto is_unit = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].text.size() > 1 && days_of_unit(tokens[i].text);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!tokens[i].number && (is_unit(i + 1) || (i > 0 && is_unit(i - 1))))
      tokens[i].number = number_spelled(tokens[i].text);
}

constexpr double pregnancy_days = 280;

/// Takes out what counts from conception with a unit of its own: trimester 3, third trimester, GA36.
void take_pregnancy(Tokens& tokens, VisitName& found) {
  constexpr double trimester_days = 91;
  const auto take = [&](std::size_t i, std::size_t beside, double days) {
    if (beside >= tokens.size() || tokens[beside].used || found.days) return;
    const auto number = tokens[beside].number ? *tokens[beside].number : counted_as(tokens[beside].text);
    if (number <= 0 || number * days > 1.2 * pregnancy_days) return;
    found.days = number * days - pregnancy_days;
    tokens[i].used = tokens[beside].used = true;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool third = is_trimester(tokens[i].text);
    if (tokens[i].used || (!third && !is_weeks_of_pregnancy(tokens[i].text))) continue;
    take(i, i + 1, third ? trimester_days : 7);
    if (i > 0) take(i, i - 1, third ? trimester_days : 7);
  }
}

/// Words that tell whether times count from conception or from birth, and what stands for a time where none is named.
void take_birth(Tokens& tokens, VisitName& found) {
  const bool from_conception = found.days.value_or(0) < 0;  // by a word of its own
  bool before = false, after = false;
  for (Token& token : tokens) {
    const bool is_before = is_before_birth(token.text) || (found.days && is_weeks_of_pregnancy(token.text));
    if (!is_before && !is_after_birth(token.text)) continue;
    (is_before ? before : after) = true;
    token.used = true;
  }
  if (before && found.days && !from_conception) found.days = *found.days - pregnancy_days;
  if (found.days || found.word || found.date_days) return;
  if (before) found.word = VisitWord::screening;
  if (after) found.word = VisitWord::after;
  found.since_birth = after && found.number;
}

/// The number of a visit: that behind a word like "visit", else the last.
void take_number(Tokens& tokens, VisitName& found) {
  bool named = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.used) continue;
    if (!token.number) {
      if (const int count = counted_as(token.text); count > 0 && !found.number) {
        found.number = count;
        token.used = true;
      }
      continue;
    }
    const bool behind_word = i > 0 && !tokens[i - 1].used && counts_visits(tokens[i - 1].text);
    if (named && !behind_word) continue;
    if (behind_word)
      found.first_number.reset();
    else if (found.number && !found.first_number)
      found.first_number = found.number;
    found.number = token.number;
    token.used = true;
    named = named || behind_word;
  }
}

/// Joins what is written apart: "follow up", "base line", "re test".
void join_words(Tokens& tokens) {
  constexpr std::array<std::array<std::string_view, 3>, 4> pairs{{{"follow", "up", "followup"},
                                                                  {"base", "line", "baseline"},
                                                                  {"time", "point", "timepoint"},
                                                                  {"re", "test", "retest"}}};
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    for (const auto& [first, second, whole] : pairs)
      if (tokens[i].text == first && tokens[i + 1].text == second) {
        tokens[i].text = whole;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        break;
      }
}

}  // namespace

VisitName read_visit_name(std::string_view name) {
  VisitName found;
  Tokens tokens = tokens_of(name);
  join_words(tokens);
  found.bare = tokens.size() == 1 && tokens.front().number;
  found.arm = take_counted(tokens, "arm");
  found.instance = take_counted(tokens, "instance");
  take_date(tokens, name, found);
  spell_out(tokens);
  take_times(tokens, found);
  take_pregnancy(tokens, found);
  for (Token& token : tokens) {
    const auto place = place_of_word(token.text);
    if (!place) continue;
    found.word = std::max(found.word.value_or(*place), *place);
    token.used = true;
  }
  if (found.word)
    for (Token& token : tokens) token.used = token.used || of_treatment(token.text);
  if (tokens.size() == 1 && tokens.front().text == "test") found.word = VisitWord::baseline;
  take_number(tokens, found);
  take_birth(tokens, found);
  if (const int number = roman(tokens); number > 0 && !found.number) {
    found.number = number;
    found.bare = true;
  }
  found.rest = std::any_of(tokens.begin(), tokens.end(),
                           [](const Token& token) { return !token.used && !counts_visits(token.text); });
  if (!found.number && !found.word && !found.days && found.instance > 0) found.number = found.instance;
  return found;
}

bool names_visit(std::string_view word) {
  const VisitName found = read_visit_name(word);
  return !found.bare && !found.rest && (found.word || found.days || found.number);
}

bool is_of_treatment(std::string_view word) {
  return of_treatment(std::string(word));
}

}  // namespace attune::tables
