#include "tables/visit_order.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "base/csv.hpp"
#include "tables/same_names.hpp"
#include "tables/visit_name.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::tables {
namespace {

/// Place in time, then what parts those of one place: the first of several numbers, instance and arm of REDCap's.
using Key = std::array<double, 5>;

enum class Kind { beginning, word, time, number, unknown };

/// What a name is ordered by, among others of which some have numbers without a unit and some other signs.
Kind kind_of(const VisitName& name, bool mixed) {
  if (name.says_beginning()) return Kind::beginning;
  if (name.days && name.word != VisitWord::later) return Kind::time;
  if (name.word) return Kind::word;
  if (!name.number) return Kind::unknown;
  return mixed && *name.number == 0 ? Kind::beginning : Kind::number;
}

Key key_of(const VisitName& name, Kind kind) {
  const auto key = [&](double place, double within) {
    return Key{place, within, name.first_number.value_or(0), name.instance, name.arm};
  };
  constexpr int timed = VisitWord::after + 1;
  switch (kind) {
    case Kind::beginning: {
      // Two weeks before come before one week before.
      const double sign = name.word == VisitWord::before && name.days ? -1 : 1;
      return key(name.word.value_or(VisitWord::baseline), sign * name.days.value_or(name.number.value_or(0)));
    }
    case Kind::word:
      return key(*name.word, name.days.value_or(name.number.value_or(0)));
    case Kind::time:  // in pregnancy, whatever else is counted from birth
      return key(*name.days < 0 ? VisitWord::screening : timed, *name.days);
    case Kind::number:
      return key(timed, *name.number);
    case Kind::unknown:
      break;
  }
  return key(timed, 0);
}

/// Dates of all names, day before month unless only the other way gives dates; none where it matters and cannot be known.
std::optional<std::vector<Key>> keys_by_date(const std::vector<VisitName>& names) {
  const auto all = [&](auto member) {
    std::vector<Key> keys;
    for (const VisitName& name : names)
      if (name.*member) keys.push_back({static_cast<double>(*(name.*member)), 0, 0, name.instance, name.arm});
    return keys.size() == names.size() ? std::optional(keys) : std::nullopt;
  };
  const auto day_first = all(&VisitName::date_days), month_first = all(&VisitName::date_days_month_first);
  if (!day_first || !month_first) return day_first ? day_first : month_first;
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (((*day_first)[i] < (*day_first)[j]) != ((*month_first)[i] < (*month_first)[j])) return std::nullopt;
  return day_first;
}

/// Whether the kinds behind the beginning can be put in one order.
bool comparable(const std::vector<VisitName>& names, const std::vector<Kind>& kinds) {
  std::array<int, 5> counts{};
  bool word_of_no_time = false;  // a follow-up, which may be before or behind nine weeks
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    ++counts[static_cast<std::size_t>(kinds[i])];
    if (kinds[i] == Kind::word)
      word_of_no_time =
          word_of_no_time || names[i].word == VisitWord::follow_up || names[i].word == VisitWord::retest;
  }
  const auto of = [&](Kind kind) { return counts[static_cast<std::size_t>(kind)]; };
  const int behind = static_cast<int>(kinds.size()) - of(Kind::beginning);
  if (kinds.size() < 2) return true;
  const bool in_pregnancy = std::any_of(names.begin(), names.end(),
                                        [](const VisitName& name) { return name.days.value_or(0) < 0; });
  if (in_pregnancy && of(Kind::beginning) > 0) return false;  // either may have come first
  if (behind <= 1 && (of(Kind::unknown) == 0 || of(Kind::beginning) > 0)) return true;
  if (of(Kind::unknown) > 0) return false;
  if (of(Kind::number) > 0) return of(Kind::number) == behind;
  return of(Kind::time) == 0 || !word_of_no_time;
}

/// Whether names with several numbers, as 1-1 and 2-1, stand in one order by the first and by the last: 1-2 and 2-1 do not.
bool numbers_agree(const std::vector<VisitName>& names) {
  const auto against = [](const VisitName& one, const VisitName& other) {
    if (!one.first_number || !other.first_number) return false;
    const bool first_before = *one.first_number < *other.first_number;
    return first_before && *one.number > *other.number;
  };
  return std::none_of(names.begin(), names.end(), [&](const VisitName& one) {
    return std::any_of(names.begin(), names.end(),
                       [&](const VisitName& other) { return against(one, other); });
  });
}

struct Keys {
  std::vector<Key> keys;
  bool told = true;
};

Keys keys_by_name(const std::vector<VisitName>& names) {
  const bool mixed = std::any_of(names.begin(), names.end(),
                                 [](const VisitName& name) { return kind_of(name, false) != Kind::number; });
  std::vector<Kind> kinds;
  for (const VisitName& name : names) kinds.push_back(kind_of(name, mixed));
  Keys found{{}, comparable(names, kinds) && numbers_agree(names)};
  for (std::size_t i = 0; i < names.size(); ++i) {
    Key key = key_of(names[i], kinds[i]);
    if (!found.told && kinds[i] != Kind::beginning) key = {VisitWord::during};
    found.keys.push_back(key);
  }
  return found;
}

/// The visit that a name says itself, if it is nothing but a small whole number.
std::optional<int> bare_number(const std::string& name) {
  const bool digits =
      !name.empty() && name.size() < 4 && name.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional(std::stoi(name)) : std::nullopt;
}

words::Value::List listed(const std::vector<std::string>& names, const std::vector<std::size_t>& places) {
  words::Value::List list;
  for (const std::size_t place : places) list.emplace_back(words::as_is(names[place]));
  return list;
}

constexpr int most_numbered =
    6;  ///< as many visits as a report usually has: above, a number is of weeks or months

}  // namespace

VisitOrder order_visits(const std::vector<std::string>& visits) {
  std::vector<VisitName> names;
  for (const std::string& visit : visits) names.push_back(read_visit_name(visit));
  Keys found;
  if (const auto dates = keys_by_date(names))
    found.keys = *dates;
  else
    found = keys_by_name(names);
  VisitOrder order{std::vector<std::size_t>(visits.size()), found.told};
  std::iota(order.places.begin(), order.places.end(), std::size_t{0});
  std::stable_sort(order.places.begin(), order.places.end(),
                   [&](std::size_t a, std::size_t b) { return found.keys[a] < found.keys[b]; });
  for (std::size_t i = 1; i < order.places.size(); ++i)
    if (found.keys[order.places[i - 1]] == found.keys[order.places[i]]) order.told = false;
  return order;
}

std::vector<std::size_t> visit_order(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes) {
  VisitOrder order = order_visits(visits);
  if (!order.told)
    notes.push_back({"W_VISIT_ORDER", Severity::warning,
                     words::say<"tables.visit_order">({{"names", listed(visits, order.places)}}),
                     place_of_column("visit"), ""});
  return std::move(order.places);
}

namespace {

/// A screening before a baseline takes the place of the first visit, which the first recording has.
void say_screening(const std::vector<std::string>& visits, const std::vector<std::size_t>& order,
                   std::vector<Diagnostic>& notes) {
  if (order.size() < 2) return;
  const std::string &first = visits[order[0]], &second = visits[order[1]];
  const VisitName screening = read_visit_name(first), next = read_visit_name(second);
  const bool before = screening.word && *screening.word <= VisitWord::intake;
  if (!before || !next.says_beginning() || *next.word <= VisitWord::intake) return;
  notes.push_back({"W_VISIT_SCREENING", Severity::warning,
                   words::say<"imports.screening_first">(
                       {{"first", words::as_is(first)}, {"second", words::as_is(second)}}),
                   place_of_column("visit"), ""});
}

}  // namespace

std::vector<int> visit_numbers(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes) {
  const std::vector<std::size_t> order = visit_order(visits, notes);
  std::vector<int> places(visits.size()), own;
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = static_cast<int>(i) + 1;
  say_screening(visits, order, notes);
  for (const std::string& visit : visits)
    if (const auto number = bare_number(visit)) own.push_back(*number);
  if (own.empty() || own.size() < visits.size()) return places;
  const auto [lowest, highest] = std::minmax_element(own.begin(), own.end());
  const bool counts = *lowest >= 1 && *highest <= most_numbered && (*lowest == 1 || own.size() == 1);
  if (counts || own == places) return own;
  notes.push_back({"N_VISIT_NUMBERS", Severity::note,
                   words::say<"tables.visit_numbers">({{"names", listed(visits, order)}}),
                   place_of_column("visit"), ""});
  return places;
}

namespace {

Diagnostic same_visit_note(const std::string& first, const std::string& other) {
  return {
      "W_VISIT_SUFFIX", Severity::warning,
      words::say<"imports.suffix_mixed">({{"first", words::as_is(first)}, {"other", words::as_is(other)}}),
      "columns", ""};
}

/// Two names of a beginning, each beside scales of its own: epds_pre and pbq_bl. The later place is the second.
std::optional<std::pair<std::size_t, std::size_t>> as_one_beginning(
    const std::vector<std::string>& visits, const std::vector<VisitName>& names,
    const std::function<bool(std::size_t, std::size_t)>& beside_one) {
  for (std::size_t j = 1; j < visits.size(); ++j)
    for (std::size_t i = 0; i < j; ++i)
      if (names[i].says_beginning() && names[j].says_beginning() && !names[i].days && !names[j].days &&
          *names[i].word >= VisitWord::baseline && *names[j].word >= VisitWord::baseline && !beside_one(i, j))
        return std::pair(i, j);
  return std::nullopt;
}

/// Numbers beside a beginning, and at most one name of what is after it: the beginning is the first visit, and so is the
/// first number, unless both stand beside one scale.
std::vector<int> numbers_beside_words(const std::vector<VisitName>& names,
                                      const std::vector<std::string>& written,
                                      const std::function<bool(std::size_t, std::size_t)>& beside_one,
                                      std::vector<Diagnostic>& notes) {
  std::vector<std::string> numbers;
  for (const VisitName& name : names)
    if (!name.word) numbers.push_back(std::to_string(static_cast<int>(std::min(*name.number, 1e6))));
  const std::vector<int> visit = visit_numbers(numbers, notes);
  std::vector<int> found;
  auto next = visit.begin();
  for (const VisitName& name : names) found.push_back(name.word ? (*name.word < 0 ? 1 : 2) : *next++);
  bool first_is_second = false;
  std::optional<std::pair<std::size_t, std::size_t>> as_one;
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t j = 0; j < names.size(); ++j) {
      if (!names[i].word || names[j].word || found[i] != found[j]) continue;
      as_one = {i, j};
      first_is_second =
          first_is_second || (names[i].says_beginning() && *names[j].number != 0 && beside_one(i, j));
    }
  if (first_is_second) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (!names[i].says_beginning()) ++found[i];
  } else if (as_one) {
    notes.push_back(same_visit_note(written[as_one->first], written[as_one->second]));
  }
  return found;
}

/// What kinds of names two visits are of, where a date is one.
int kind_for_pairs(const VisitName& name) {
  return name.date_days || name.date_days_month_first ? -1 : static_cast<int>(kind_of(name, true));
}

/// Whether a visit is surely behind one that its name says to be the beginning: nine weeks, a follow-up, T2.
bool is_behind(const std::string& first, const std::string& other) {
  const VisitName begins = read_visit_name(first), next = read_visit_name(other);
  if (!begins.says_beginning()) return false;
  return next.days.value_or(0) > 0 || next.word.value_or(-1) >= 0 || next.number.value_or(0) > 1;
}

/// Whether two names differ in zeros, capitals and signs alone: ses-01, ses-1.
bool is_spelling(const std::string& first, const std::string& other) {
  SameNames same;
  return same.of(first) == same.of(other);
}

}  // namespace

std::vector<int> suffix_numbers(const std::vector<std::string>& visits,
                                const std::function<bool(std::size_t, std::size_t)>& beside_one,
                                std::vector<Diagnostic>& notes) {
  std::vector<VisitName> names;
  for (const std::string& visit : visits) names.push_back(read_visit_name(visit));
  const auto count = [&](auto is) { return std::count_if(names.begin(), names.end(), is); };
  const auto numbered = count([](const VisitName& name) { return name.number && !name.word && !name.days; });
  const auto beginning = count([](const VisitName& name) { return name.says_beginning(); });
  const auto behind = count(
      [](const VisitName& name) { return name.word && *name.word >= 0 && !name.days && !name.since_birth; });
  if (numbered > 0 && behind < 2 && numbered + beginning + behind == std::ssize(names))
    return numbers_beside_words(names, visits, beside_one, notes);
  if (const auto one = as_one_beginning(visits, names, beside_one)) {
    notes.push_back(same_visit_note(visits[one->first], visits[one->second]));
    std::vector<std::string> others = visits;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(one->second));
    std::vector<int> found = visit_numbers(others, notes);
    found.insert(found.begin() + static_cast<std::ptrdiff_t>(one->second), found[one->first]);
    return found;
  }
  std::vector<int> found = visit_numbers(visits, notes);
  if (behind > 0 && behind == std::ssize(names))
    for (int& visit : found) ++visit;
  return found;
}

void say_visits_apart(const std::vector<std::string>& visits,
                      const std::vector<std::set<std::size_t>>& of_infants, std::vector<Diagnostic>& notes) {
  if (of_infants.size() < 2) return;
  std::vector<int> kinds;
  for (const std::string& visit : visits) kinds.push_back(kind_for_pairs(read_visit_name(visit)));
  const auto together = [&](std::size_t a, std::size_t b) {
    return std::any_of(of_infants.begin(), of_infants.end(),
                       [&](const auto& visit) { return visit.contains(a) && visit.contains(b); });
  };
  const auto infants_of = [&](std::size_t a) {
    return std::count_if(of_infants.begin(), of_infants.end(),
                         [&](const auto& visit) { return visit.contains(a); });
  };
  for (std::size_t i = 1; i < visits.size(); ++i)
    if ((kinds[i - 1] != kinds[i] || is_spelling(visits[i - 1], visits[i])) &&
        !is_behind(visits[i - 1], visits[i]) && !together(i - 1, i) && infants_of(i - 1) > 0 &&
        infants_of(i) > 0)
      notes.push_back({"W_VISIT_APART", Severity::warning,
                       words::say<"imports.visits_apart">(
                           {{"first", words::as_is(visits[i - 1])}, {"other", words::as_is(visits[i])}}),
                       place_of_column("visit"), ""});
}

void say_own_dates(const std::vector<std::string>& visits,
                   const std::vector<std::set<std::size_t>>& of_infants, std::vector<Diagnostic>& notes) {
  std::vector<std::size_t> infants(visits.size());
  for (const auto& of_one : of_infants)
    for (const std::size_t visit : of_one) ++infants[visit];
  bool own = of_infants.size() > 1 && visits.size() > 2;
  for (std::size_t i = 0; i < visits.size() && own; ++i)
    own = infants[i] == 1 && kind_for_pairs(read_visit_name(visits[i])) == -1;
  if (own)
    notes.push_back({"W_VISIT_DATES", Severity::warning, words::say<"imports.own_dates">(),
                     place_of_column("visit"), ""});
}

}  // namespace attune::tables
