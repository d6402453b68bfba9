#include "tables/visit_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "base/words.hpp"

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

/// Letters and numbers, each apart: "12mo_fu" is 12, mo, fu.
Tokens tokens_of(std::string_view name) {
  const std::string text = lower(name);
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at])) {
      const auto decimal = [&] {
        return end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]) &&
               text.find_first_of(".,", at) == end;
      };
      while (end < text.size() && (is_digit(text[end]) || decimal())) ++end;
      std::string digits = text.substr(at, end - at);
      std::replace(digits.begin(), digits.end(), ',', '.');
      tokens.push_back({digits, decimal_number(digits)});
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      tokens.push_back({text.substr(at, end - at)});
    } else {
      ++end;
    }
    at = end;
  }
  return tokens;
}

template <std::size_t N>
bool is_any(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Days of a unit of time; none if the word is no unit.
std::optional<double> days_of_unit(const std::string& word) {
  constexpr std::array<std::string_view, 12> day{"d",   "day",  "days", "jour",  "jours", "j",
                                                 "tag", "tage", "jrs",  "tagen", "día",   "días"};
  constexpr std::array<std::string_view, 12> week{"w",      "wk",    "wks",     "week",
                                                  "weeks",  "sem",   "semaine", "semaines",
                                                  "wochen", "woche", "semana",  "semanas"};
  constexpr std::array<std::string_view, 14> month{"m",      "mo",      "mos",    "mon",  "mth",
                                                   "mths",   "month",   "months", "mois", "monat",
                                                   "monate", "monaten", "mes",    "meses"};
  constexpr std::array<std::string_view, 12> year{"y",   "yr",   "yrs",   "year",   "years", "an",
                                                  "ans", "jahr", "jahre", "jahren", "año",   "años"};
  if (is_any(word, day)) return 1;
  if (is_any(word, week)) return 7;
  if (is_any(word, month)) return 365.25 / 12;
  if (is_any(word, year)) return 365.25;
  return std::nullopt;
}

/// What stands before a visit's number and says no more than that it is one.
bool counts_visits(const std::string& word) {
  constexpr std::array<std::string_view, 24> words{
      "v",           "visit", "visite",  "t",       "time",      "timepoint",     "tp",         "point",
      "s",           "ses",   "session", "wave",    "event",     "seance",        "assessment", "occasion",
      "measurement", "phase", "mzp",     "messung", "zeitpunkt", "messzeitpunkt", "termin",     "séance"};
  return is_any(word, words);
}

/// What stands beside a visit's word and says no more than what it is before or after.
bool of_treatment(const std::string& word) {
  constexpr std::array<std::string_view, 15> words{
      "treatment", "therapy", "intervention", "traitement", "thérapie", "behandlung", "therapie",   "of",
      "de",        "du",      "the",          "at",         "la",       "terapia",    "tratamiento"};
  return is_any(word, words);
}

constexpr double pregnancy_days = 280;

/// Before birth: weeks beside such a word count from conception.
bool is_before_birth(const std::string& word) {
  constexpr std::array<std::string_view, 15> words{"gestation", "gestational",     "pregnancy",  "pregnant",
                                                   "prenatal",  "antenatal",       "antepartum", "prepartum",
                                                   "prénatal",  "schwangerschaft", "grossesse",  "pränatal",
                                                   "embarazo",  "gestación",       "prénatale"};
  return is_any(word, words);
}

/// The same beside a time alone: elsewhere such letters are anything.
bool is_weeks_of_pregnancy(const std::string& word) {
  constexpr std::array<std::string_view, 4> words{"ssw", "gw", "ga", "sa"};
  return is_any(word, words);
}

bool is_after_birth(const std::string& word) {
  constexpr std::array<std::string_view, 6> words{"postpartum", "postnatal", "pp",
                                                  "postnatale", "posparto",  "puerperium"};
  return is_any(word, words);
}

struct PlacedWord {
  std::string_view word;
  int place;
};

constexpr std::array placed_words{
    PlacedWord{"screening", VisitWord::screening},
    PlacedWord{"screen", VisitWord::screening},
    PlacedWord{"prescreening", VisitWord::screening},
    PlacedWord{"intake", VisitWord::intake},
    PlacedWord{"enrolment", VisitWord::intake},
    PlacedWord{"enrollment", VisitWord::intake},
    PlacedWord{"inclusion", VisitWord::intake},
    PlacedWord{"admission", VisitWord::intake},
    PlacedWord{"baseline", VisitWord::baseline},
    PlacedWord{"base", VisitWord::baseline},
    PlacedWord{"bl", VisitWord::baseline},
    PlacedWord{"initial", VisitWord::baseline},
    PlacedWord{"start", VisitWord::baseline},
    PlacedWord{"entry", VisitWord::baseline},
    PlacedWord{"départ", VisitWord::baseline},
    PlacedWord{"référence", VisitWord::baseline},
    PlacedWord{"eingang", VisitWord::baseline},
    PlacedWord{"ausgangswert", VisitWord::baseline},
    PlacedWord{"basis", VisitWord::baseline},
    PlacedWord{"basal", VisitWord::baseline},
    PlacedWord{"basale", VisitWord::baseline},
    PlacedWord{"initiale", VisitWord::baseline},
    PlacedWord{"inicial", VisitWord::baseline},
    PlacedWord{"inicio", VisitWord::baseline},
    PlacedWord{"début", VisitWord::baseline},
    PlacedWord{"debut", VisitWord::baseline},
    PlacedWord{"beginn", VisitWord::baseline},
    PlacedWord{"beginning", VisitWord::baseline},
    PlacedWord{"aufnahme", VisitWord::intake},
    PlacedWord{"entrée", VisitWord::intake},
    PlacedWord{"randomisation", VisitWord::baseline},
    PlacedWord{"randomization", VisitWord::baseline},
    PlacedWord{"randomisierung", VisitWord::baseline},
    PlacedWord{"pre", VisitWord::before},
    PlacedWord{"pré", VisitWord::before},
    PlacedWord{"before", VisitWord::before},
    PlacedWord{"prä", VisitWord::before},
    PlacedWord{"prae", VisitWord::before},
    PlacedWord{"vor", VisitWord::before},
    PlacedWord{"avant", VisitWord::before},
    PlacedWord{"vorher", VisitWord::before},
    PlacedWord{"antes", VisitWord::before},
    PlacedWord{"pretest", VisitWord::before},
    PlacedWord{"pretreatment", VisitWord::before},
    PlacedWord{"during", VisitWord::during},
    PlacedWord{"mid", VisitWord::during},
    PlacedWord{"middle", VisitWord::during},
    PlacedWord{"midpoint", VisitWord::during},
    PlacedWord{"midtreatment", VisitWord::during},
    PlacedWord{"interim", VisitWord::during},
    PlacedWord{"pendant", VisitWord::during},
    PlacedWord{"after", VisitWord::after},
    PlacedWord{"post", VisitWord::after},
    PlacedWord{"posttest", VisitWord::after},
    PlacedWord{"posttreatment", VisitWord::after},
    PlacedWord{"après", VisitWord::after},
    PlacedWord{"apres", VisitWord::after},
    PlacedWord{"nachher", VisitWord::after},
    PlacedWord{"nach", VisitWord::after},
    PlacedWord{"end", VisitWord::after},
    PlacedWord{"endpoint", VisitWord::after},
    PlacedWord{"fin", VisitWord::after},
    PlacedWord{"final", VisitWord::after},
    PlacedWord{"exit", VisitWord::after},
    PlacedWord{"discharge", VisitWord::after},
    PlacedWord{"después", VisitWord::after},
    PlacedWord{"despues", VisitWord::after},
    PlacedWord{"ende", VisitWord::after},
    PlacedWord{"abschluss", VisitWord::after},
    PlacedWord{"entlassung", VisitWord::after},
    PlacedWord{"sortie", VisitWord::after},
    PlacedWord{"followup", VisitWord::follow_up},
    PlacedWord{"fu", VisitWord::follow_up},
    PlacedWord{"fup", VisitWord::follow_up},
    PlacedWord{"suivi", VisitWord::follow_up},
    PlacedWord{"katamnese", VisitWord::follow_up},
    PlacedWord{"seguimiento", VisitWord::follow_up},
    PlacedWord{"nachuntersuchung", VisitWord::follow_up},
    PlacedWord{"nachbefragung", VisitWord::follow_up},
    PlacedWord{"later", VisitWord::later},
    PlacedWord{"retest", VisitWord::retest},
};

std::optional<int> place_of_word(const std::string& word) {
  const auto found = std::find_if(placed_words.begin(), placed_words.end(),
                                  [&](const PlacedWord& placed) { return placed.word == word; });
  if (found == placed_words.end()) return std::nullopt;
  return found->place;
}

/// The number that a word like "second" is; 0: none.
int counted_as(const std::string& word) {
  constexpr std::array<std::array<std::string_view, 4>, 4> words{{{"first", "one", "premier", "première"},
                                                                  {"second", "two", "deuxième", "seconde"},
                                                                  {"third", "three", "troisième", "drei"},
                                                                  {"fourth", "four", "quatrième", "vier"}}};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_any(word, words[i])) return static_cast<int>(i) + 1;
  // Erstmessung, Zweittermin
  constexpr std::array<std::string_view, 3> starts{"erst", "zweit", "dritt"};
  constexpr std::array<std::string_view, 6> ends{"messung",  "termin", "untersuchung",
                                                 "erhebung", "besuch", "befragung"};
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (word.starts_with(starts[i]) && is_any(word.substr(starts[i].size()), ends))
      return static_cast<int>(i) + 1;
  return 0;
}

/// The number that a name is which is nothing but I, II, III or IV; 0: it is none.
int roman(const Tokens& tokens) {
  constexpr std::array<std::string_view, 4> numbers{"i", "ii", "iii", "iv"};
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

/// The month that a word names, in English, French, German or Spanish, or its first letters; 0: none.
int month_named(const std::string& word) {
  constexpr std::array<std::array<std::string_view, 6>, 12> months{
      {{"january", "jan", "janvier", "januar", "enero", "janv"},
       {"february", "feb", "février", "februar", "febrero", "févr"},
       {"march", "mar", "mars", "märz", "marzo", "mrz"},
       {"april", "apr", "avril", "avr", "abril", "abr"},
       {"may", "mai", "mayo", "may", "may", "may"},
       {"june", "jun", "juin", "juni", "junio", "jun"},
       {"july", "jul", "juillet", "juli", "julio", "juil"},
       {"august", "aug", "août", "agosto", "ago", "aout"},
       {"september", "sep", "septembre", "sept", "septiembre", "sep"},
       {"october", "oct", "octobre", "oktober", "okt", "octubre"},
       {"november", "nov", "novembre", "noviembre", "nov", "nov"},
       {"december", "dec", "décembre", "dezember", "dez", "diciembre"}}};
  for (std::size_t i = 0; i < months.size(); ++i)
    if (is_any(word, months[i])) return static_cast<int>(i) + 1;
  return 0;
}

bool is_year(double number) {
  return number >= 1950 && number < 2200 && number == static_cast<int>(number);
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

/// Words that tell whether times count from conception or from birth, and what stands for a time where none is named.
void take_birth(Tokens& tokens, VisitName& found) {
  bool before = false, after = false;
  for (Token& token : tokens) {
    const bool is_before = is_before_birth(token.text) || (found.days && is_weeks_of_pregnancy(token.text));
    if (!is_before && !is_after_birth(token.text)) continue;
    (is_before ? before : after) = true;
    token.used = true;
  }
  if (before && found.days) found.days = *found.days - pregnancy_days;
  if (found.days || found.word || found.number || found.date_days) return;
  if (before) found.word = VisitWord::screening;
  if (after) found.word = VisitWord::after;
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
  take_times(tokens, found);
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
