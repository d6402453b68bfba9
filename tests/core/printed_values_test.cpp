// No printed value lies outside its own printed interval, after rounding, in any sentence or measure of a report, in both
// languages; and a change is called reliable just where it is printed outside the printed limits. Over 1,000 reports drawn
// at the level of measured values.
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/random.hpp"
#include "base/words.hpp"
#include "finding_situations.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::report;

namespace {

/// With "-" for the minus sign, "." for a decimal comma, and plain blanks.
std::string as_plain(std::string text) {
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  replace("−", "-");
  replace("\u00a0", " ");
  replace("\u202f", " ");
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (text[i] == ',' && digit(i - 1) && digit(i + 1)) text[i] = '.';
  return text;
}

/// A number at the front, taken off; none if there is none.
std::optional<double> take_number(std::string_view& text) {
  const std::string start(text.substr(0, 24));
  if (start.find_first_of("0123456789") > 1) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(start.c_str(), &end);
  text.remove_prefix(static_cast<std::size_t>(end - start.c_str()));
  return value;
}

bool take(std::string_view& text, std::string_view part) {
  if (!text.starts_with(part)) return false;
  text.remove_prefix(part.size());
  return true;
}

struct Interval95 {
  double low = 0, high = 0;
};

/// "(95 % CI 0.98 to 1.82)", "(27 to 73)" at the front, in either language.
std::optional<Interval95> interval_at(std::string_view text) {
  if (!take(text, "(")) return std::nullopt;
  for (const std::string_view head : {"95 % CI ", "IC à 95 % de ", "de "})
    if (take(text, head)) break;
  const auto low = take_number(text);
  if (!low || (!take(text, " to ") && !take(text, " à "))) return std::nullopt;
  const auto high = take_number(text);
  if (!high || !take(text, ")")) return std::nullopt;
  return Interval95{*low, *high};
}

/// The number that a text ends with, but for a unit of up to `most` bytes behind it.
std::optional<double> last_number(std::string_view text, std::size_t most = 24) {
  const std::string_view digits = "0123456789";
  const std::size_t end = text.find_last_of(digits);
  if (end == text.npos || text.size() - end > most) return std::nullopt;
  std::size_t begin = text.find_last_not_of("0123456789.", end);
  begin = begin == text.npos ? 0 : begin + 1;
  if (begin > 0 && (text[begin - 1] == '-' || text[begin - 1] == '+')) --begin;
  return std::strtod(std::string(text.substr(begin, end + 1 - begin)).c_str(), nullptr);
}

/// How many intervals stand in a text; each holds the value before it. "Above the 99th" is more than 99.
int check_intervals(const std::string& text) {
  int found = 0;
  for (std::size_t at = text.find('('); at != std::string::npos; at = text.find('(', at + 1)) {
    const auto interval = interval_at(std::string_view(text).substr(at));
    if (!interval) continue;
    const std::string_view before = std::string_view(text).substr(0, at);
    const auto value = last_number(before);
    REQUIRE(value.has_value());
    ++found;
    CAPTURE(text);
    CHECK(interval->low <= interval->high);
    const std::string_view near = before.substr(before.size() - std::min<std::size_t>(before.size(), 24));
    const bool above = near.find("above the") != near.npos || near.find("au-dessus") != near.npos;
    const bool below = near.find("below the") != near.npos || near.find("sous le") != near.npos;
    if (above) {
      CHECK(interval->high >= *value);
    } else if (below) {
      CHECK(interval->low <= *value);
    } else {
      CHECK(interval->low <= *value);
      CHECK(*value <= interval->high);
    }
  }
  return found;
}

/// Of a sentence with limits: whether the printed change lies outside them.
std::optional<bool> is_outside_limits(const std::string& text) {
  const std::size_t change = text.find("Change "), limits = text.find("limits of reliable change: below ");
  if (change == std::string::npos || limits == std::string::npos) return std::nullopt;
  std::string_view of_change = std::string_view(text).substr(change + 7),
                   of_limits = std::string_view(text).substr(limits + 33);
  const auto value = take_number(of_change), low = take_number(of_limits);
  const bool joined = take(of_limits, " or above ");
  const auto high = take_number(of_limits);
  REQUIRE((value && low && joined && high));
  return *value < *low || *value > *high;
}

/// At the digits of its measure.
void check_as_shown(const Estimate& estimate, int decimals) {
  if (!estimate.value || !estimate.ci_low || !estimate.ci_high) return;
  const auto shown = [&](double value) {
    return std::strtod(attune::number(value, decimals).c_str(), nullptr);
  };
  CHECK(shown(*estimate.ci_low) <= shown(*estimate.value));
  CHECK(shown(*estimate.value) <= shown(*estimate.ci_high));
}

void check_measure(const Measure& measure) {
  for (const Estimate& estimate : measure.visits) check_as_shown(estimate, measure.decimals);
  for (const auto list : change_lists)
    for (const Change& change : measure.*list) {
      check_as_shown(change.change, measure.decimals);
      const ReliableChange& reliable = change.reliable;
      if (!reliable.p || !reliable.band_low) continue;
      const bool outside =
          *change.change.value < *reliable.band_low || *change.change.value > *reliable.band_high;
      CHECK(outside == (reliable.finding != ReliableFinding::no_reliable_change));
    }
}

/// Everything that a report says with numbers in it.
std::vector<words::Text> texts_of(const Report& report) {
  std::vector<words::Text> texts{report.pattern};
  for (const Statement& statement : report.statements) {
    texts.push_back(statement.headline);
    texts.push_back(statement.sentence);
    texts.push_back(statement.certainty_reason);
  }
  for (const words::Text& caution : report.cautions) texts.push_back(caution);
  for (const Measure& measure : report.measures)
    for (const auto list : change_lists)
      for (const Change& change : measure.*list)
        for (const words::Text* text : {&change.reliable_change, &change.comparison, &change.ladder.reason})
          texts.push_back(*text);
  return texts;
}

/// One infant of two or three visits, recorded more or less exactly, rated, and compared with 4 to 12 others or with nobody.
Report drawn_report(Random& random) {
  const auto drawn = [&](double mean) { return mean + 0.6 * random.normal(); };
  auto visits = test::rsa_pair(drawn(3), drawn(3));
  if (random.below(4) == 0) visits.push_back(test::visit_with(drawn(3), 9, 90, "c"));
  const double error = 0.02 + 0.3 * random.uniform();
  test::FindingSituation situation{"drawn", {}, "", {}, {}};
  for (visit::Visit& visit : visits) {
    visit.heart.overall.rsa_ln_ms2 = test::estimate(*visit.heart.overall.rsa_ln_ms2.value, error);
    visit.heart.phases[0].rsa_ln_ms2 = visit.heart.overall.rsa_ln_ms2;
    test::add_asymmetry(visit, drawn(0), drawn(0));
    situation.scores.push_back({{test::mother, 1 + 6 * random.uniform()},
                                {test::partner, 1 + 6 * random.uniform()},
                                {"epds", std::floor(30 * random.uniform())}});
  }
  situation.visits = std::move(visits);
  const auto infants = static_cast<int>(4 + random.below(9));
  if (random.below(5) != 0)
    situation.table =
        test::comparison_table({{test::rest, drawn(3)}, {test::faa, drawn(0)}, {test::mother, 4}}, 2, "",
                               std::min(infants, 10), random.below(4) != 0);
  return test::report_of(situation);
}

}  // namespace

TEST_CASE("no printed value lies outside its own printed interval, over 1,000 reports") {
  using enum words::Language;
  Random random(11);
  int intervals = 0, in_french = 0, with_limits = 0, reliable = 0;
  for (int i = 0; i < 1000; ++i) {
    const Report report = drawn_report(random);
    for (const Measure& measure : report.measures) {
      check_measure(measure);
      for (const Place& place : measure.places) {
        if (!place.percentile) continue;
        CHECK(*place.percentile_low <= *place.percentile);
        CHECK(*place.percentile <= *place.percentile_high);
      }
    }
    for (const words::Text& text : texts_of(report)) {
      intervals += check_intervals(as_plain(words::text(text, {english})));
      in_french += check_intervals(as_plain(words::text(text, {french})));
    }
    if (report.visits.size() > 2) continue;  // several changes in a sentence
    for (const Statement& statement : report.statements) {
      const std::string sentence = as_plain(words::text(statement.sentence, {english}));
      const auto outside = is_outside_limits(sentence);
      if (!outside) continue;
      CAPTURE(sentence);
      CHECK(*outside == (statement.strength == Strength::reliable));
      ++with_limits;
      reliable += *outside;
    }
  }
  // There was something to check.
  CHECK(intervals > 4000);
  CHECK(in_french == intervals);
  CHECK(with_limits > 400);
  CHECK(reliable > 50);
}

TEST_CASE("a printed value outside its interval would be found") {
  CHECK(!is_outside_limits("Change +0.61 (95 % CI +0.1 to +0.9).").has_value());
  CHECK(*is_outside_limits("Change +0.62 x; limits of reliable change: below -0.31 or above +0.61"));
  CHECK(!*is_outside_limits("Change +0.61 x; limits of reliable change: below -0.31 or above +0.61"));
  CHECK(*last_number("moved to the right by 0.52 ") == 0.52);
  CHECK(interval_at("(-0.70 to -0.33)")->high == -0.33);
  CHECK(interval_at(as_plain("(IC à 95 % de −0,70 à −0,33)"))->low == -0.7);
  CHECK(!interval_at("(simulated)"));
  CHECK(check_intervals("percentile at baseline: 50 (95 % CI 27 to 73)") == 1);
}
