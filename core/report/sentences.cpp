#include "report/sentences.hpp"

#include <algorithm>
#include <cmath>

#include "base/measure_table.hpp"
#include "report/crying.hpp"
#include "report/layer_wording.hpp"
#include "report/studies.hpp"
#include "report/visit_names.hpp"
#include "words/ask.hpp"
#include "words/format.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/measure.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Value;

/// Shares of time, and differences of them, are told in percent.
bool told_in_percent(const Measure& measure) {
  return measure.domain == Domain::still_face;
}

/// A measure's change between two visits, as its sentences need it.
struct Told {
  const Measure& measure;
  const Change& change;
  const std::vector<visit::Visit>& visits;

  std::size_t from() const { return static_cast<std::size_t>(change.from); }
  std::size_t to() const { return static_cast<std::size_t>(change.to); }
  Value name_from() const { return name_of_visit(visits, from()); }
  Value name_to() const { return name_of_visit(visits, to()); }
  Value value_at(std::size_t visit) const { return value_words(measure, *measure.visits[visit].value); }
  /// A change or limit as it is told, with the decimals of the measure or more.
  words::Number told_change(double value, int decimals) const {
    return told_in_percent(measure) ? words::change(100 * value, std::max(0, decimals - 2))
                                    : words::change(value, decimals);
  }
};

words::AsIs way_of(const Measure& measure, bool up) {
  if (measure.domain == Domain::brain) return words::as_is(up ? "left" : "right");
  return words::as_is(up ? "up" : "down");
}

/// What decides: it must not read as equal to what it is compared with.
struct Decisive {
  double value = 0, with = 0;
};

/// Digits that keep a bound that is not zero from reading as zero where its sign decides or where it says what could have
/// been missed, and a change or an effect beyond a limit from reading as that limit.
int decimals_for(const Change& change, int decimals) {
  std::vector<Decisive> decisive;
  if (change.verdict == Verdict::increase) decisive.push_back({*change.change.ci_low, 0});
  if (change.verdict == Verdict::decrease) decisive.push_back({*change.change.ci_high, 0});
  if (change.ladder.strength == Strength::no_difference_found)
    for (const double bound : {*change.change.ci_low, *change.change.ci_high}) decisive.push_back({bound, 0});
  const ReliableChange& reliable = change.reliable;
  if (reliable.band_low && reliable.band_high && !reliable.points) {
    for (const double limit : {*reliable.band_low, *reliable.band_high})
      if (change.ladder.strength == Strength::reliable) decisive.push_back({*change.change.value, limit});
    if (reliable.studies_effect) decisive.push_back({*reliable.studies_effect, *reliable.band_high});
  }
  constexpr int most = 6;
  const auto reads_equal = [&](const Decisive& one) {
    const double scale = std::pow(10, decimals);
    return one.value != one.with && std::round(one.value * scale) == std::round(one.with * scale);
  };
  while (decimals < most && std::any_of(decisive.begin(), decisive.end(), reads_equal)) ++decimals;
  return decimals;
}

/// Whether the change is judged by those who start like this infant.
bool is_by_baseline(const ReliableChange& change) {
  return change.method == "regression-based";
}

Said basis(const Told& told) {
  const ReliableChange& reliable = told.change.reliable;
  if (reliable.points) {
    const double size = std::abs(*reliable.index);
    const char* drift = size < *reliable.points ? "none" : size < *reliable.usual_drift ? "within" : "beyond";
    return words::say<"finding.basis.points">({{"points", words::at_most(*reliable.points, 1)},
                                               {"drift", words::as_is(drift)},
                                               {"usual", words::at_most(*reliable.usual_drift, 1)}});
  }
  if (reliable.reliability) return words::say<"finding.basis.retest">();
  const bool aged = is_matched_by_age(reliable);
  if (is_by_baseline(reliable))
    return words::say<"finding.basis.baseline">({{"n", reliable.n}, {"aged", aged}});
  return words::say<"finding.basis.infants">({{"aged", aged}});
}

Said reliable(const Told& told, const Said& subject) {
  const bool up = told.change.ladder.direction == Direction::up;
  const double moved = *told.measure.visits[told.to()].value - *told.measure.visits[told.from()].value;
  const words::AsIs way = way_of(told.measure, up);
  if ((moved > 0) != up && !told.change.reliable.reliability && !told.change.reliable.points)
    return words::say<"finding.reliable_against">({{"subject", subject},
                                                   {"way", way},
                                                   {"to", told.name_to()},
                                                   {"aged", is_matched_by_age(told.change.reliable)},
                                                   {"alike", is_by_baseline(told.change.reliable)},
                                                   {"n", told.change.reliable.n}});
  return words::say<"finding.reliable">({{"subject", subject},
                                         {"way", way},
                                         {"from", told.name_from()},
                                         {"to", told.name_to()},
                                         {"basis", basis(told)}});
}

Said not_reliable(const Told& told, const Said& subject) {
  if (!has_own_error(told.measure.domain))
    return words::say<"finding.not_reliable_score">({{"subject", subject},
                                                     {"before", told.value_at(told.from())},
                                                     {"from", told.name_from()},
                                                     {"after", told.value_at(told.to())},
                                                     {"to", told.name_to()},
                                                     {"basis", basis(told)}});
  if (told.change.verdict == Verdict::no_evidence)
    return words::say<"finding.not_reliable_none">(
        {{"subject", subject}, {"from", told.name_from()}, {"to", told.name_to()}});
  return words::say<"finding.not_reliable">(
      {{"subject", subject}, {"from", told.name_from()}, {"to", told.name_to()}, {"basis", basis(told)}});
}

/// How much of the reason is told: where nobody has anything to judge by, the first sentence of all says so.
enum class Reasons { all, own };

words::AsIs told_reason(const words::Text& reason, Reasons reasons) {
  const bool is_everybodys = words::says<"finding.nothing_to_judge_by">(reason);
  return words::as_is(reasons == Reasons::own && is_everybodys ? "none" : "some");
}

Said cannot_judge(const Told& told, const Said& subject, Reasons reasons) {
  const Value reason = without_stop(told.change.ladder.reason);
  if (has_own_error(told.measure.domain) || !told.change.change.value)
    return words::say<"finding.cannot_judge">(
        {{"subject", subject}, {"from", told.name_from()}, {"to", told.name_to()}, {"reason", reason}});
  return words::say<"finding.cannot_judge_values">({{"subject", subject},
                                                    {"before", told.value_at(told.from())},
                                                    {"from", told.name_from()},
                                                    {"after", told.value_at(told.to())},
                                                    {"to", told.name_to()},
                                                    {"why", told_reason(told.change.ladder.reason, reasons)},
                                                    {"reason", reason}});
}

/// No reliable change of two visits against comparison infants, in few words; empty where more is to be said.
std::optional<Said> brief(const Told& told, const Said& subject) {
  const ReliableChange& reliable = told.change.reliable;
  if (told.change.ladder.strength != Strength::not_reliable || told.visits.size() > 2 || reliable.points ||
      reliable.reliability)
    return std::nullopt;
  const bool alike = is_by_baseline(reliable);
  if (!has_own_error(told.measure.domain))
    return words::say<"finding.plain.score">({{"subject", subject},
                                              {"before", told.value_at(told.from())},
                                              {"after", told.value_at(told.to())},
                                              {"alike", alike}});
  if (told.change.verdict == Verdict::no_evidence)
    return words::say<"finding.plain.none">({{"subject", subject}});
  return words::say<"finding.plain.not_reliable">({{"subject", subject}, {"alike", alike}});
}

/// What is found, by the strength.
Said found(const Told& told, const Said& subject, Reasons reasons) {
  const Change& change = told.change;
  const int decimals = decimals_for(change, told.measure.decimals);
  switch (change.ladder.strength) {
    case Strength::reliable:
      return reliable(told, subject);
    case Strength::not_reliable:
      return not_reliable(told, subject);
    case Strength::recordings_differ:
      return words::say<"finding.recordings_differ">({{"subject", subject},
                                                      {"from", told.name_from()},
                                                      {"to", told.name_to()},
                                                      {"why", told_reason(change.reliable.reason, reasons)},
                                                      {"reason", without_stop(change.reliable.reason)}});
    case Strength::no_difference_found:
      return words::say<"finding.no_difference_found">(
          {{"subject", subject},
           {"from", told.name_from()},
           {"to", told.name_to()},
           {"sides", told.measure.domain == Domain::brain},
           {"low", words::number(std::abs(*change.change.ci_low), decimals)},
           {"high", words::number(std::abs(*change.change.ci_high), decimals)}});
    case Strength::depends_on_choice:
      return words::say<"finding.depends_on_choice">({{"subject", subject},
                                                      {"from", told.name_from()},
                                                      {"to", told.name_to()},
                                                      {"forms", change.ladder.reason}});
    case Strength::too_little:
      return words::say<"finding.too_little">(
          {{"subject", subject}, {"reason", without_stop(change.ladder.reason)}});
    case Strength::not_comparable:
      return words::say<"finding.not_comparable">(
          {{"subject", subject}, {"reason", without_stop(change.ladder.reason)}});
    default:
      return cannot_judge(told, subject, reasons);
  }
}

bool takes_the_place_of_a_verdict(Strength strength) {
  return strength == Strength::depends_on_choice || strength == Strength::too_little ||
         strength == Strength::not_comparable;
}

/// The change with its interval, and the limits that it would have to pass.
std::vector<Said> numbers(const Told& told) {
  const auto& [measure, change, visits] = told;
  if (!change.change.value || takes_the_place_of_a_verdict(change.ladder.strength)) return {};
  const int decimals = decimals_for(change, measure.decimals);
  const bool interval = change.change.ci_low && change.change.ci_high;
  const ReliableChange& reliable = change.reliable;
  const bool limits = reliable.band_low && reliable.band_high && !reliable.points;
  if (!interval && !limits) return {};
  const words::Number size = told.told_change(*change.change.value, decimals);
  const Said told_change =
      interval ? words::say<"finding.change">({{"change", size},
                                               {"unit", unit_words(measure, *change.change.value)},
                                               {"low", words::change(*change.change.ci_low, decimals)},
                                               {"high", words::change(*change.change.ci_high, decimals)}})
               : words::say<"finding.change_bare">(
                     {{"change", size}, {"unit", unit_words(measure, *change.change.value)}});
  if (!limits) return {words::say<"finding.numbers">({{"change", told_change}})};
  std::vector<Said> said{
      words::say<"finding.numbers_and_limits">({{"change", told_change},
                                                {"low", told.told_change(*reliable.band_low, decimals)},
                                                {"high", told.told_change(*reliable.band_high, decimals)},
                                                {"percent", words::at_most(100 * reliable.level, 2)},
                                                {"how", how_judged(reliable)}})};
  if (const auto& effect = reliable.studies_effect)
    said.push_back(
        words::say<"finding.studies">({{"d", words::number(studies_effect(measure.id).value_or(0), 2)},
                                       {"effect", told.told_change(*effect, decimals)},
                                       {"unit", unit_words(measure, *effect)},
                                       {"inside", *effect <= *reliable.band_high}}));
  return said;
}

std::vector<Said> place(const Told& told) {
  const Place &before = told.measure.places[told.from()], &after = told.measure.places[told.to()];
  if (!before.p || !after.p || takes_the_place_of_a_verdict(told.change.ladder.strength)) return {};
  const ReliableChange& reliable = told.change.reliable;
  const Value situation = place_situation(told.measure, told.change);
  const bool told_already = reliable.n > 0 && reliable.n == before.n && reliable.n == after.n;
  if (told_already)
    return {words::say<"finding.place_short">({{"situation", situation},
                                               {"n", before.n},
                                               {"before", percentile_words(before)},
                                               {"from", told.name_from()},
                                               {"after", percentile_words(after)},
                                               {"to", told.name_to()}})};
  const Said infants =
      before.n == after.n
          ? infants_words(after.n, after.source)
          : words::say<"finding.infants_two">(
                {{"first", infants_words(before.n, "")}, {"second", infants_words(after.n, after.source)}});
  return {words::say<"finding.place">({{"situation", situation},
                                       {"before", percentile_words(before)},
                                       {"from", told.name_from()},
                                       {"after", percentile_words(after)},
                                       {"to", told.name_to()},
                                       {"infants", infants}})};
}

/// Heart rate and breathing stand beside every change of RSA: either can move it.
std::vector<Said> context(const Told& told, const std::vector<Measure>& measures) {
  if (!belongs_to(Family::rsa, told.measure.id) || !told.change.change.value) return {};
  const auto rate = std::find_if(measures.begin(), measures.end(),
                                 [](const Measure& measure) { return measure.id == measures::heart_rate; });
  if (rate == measures.end() || !rate->visits[told.from()].value || !rate->visits[told.to()].value) return {};
  const auto &before = told.visits[told.from()].heart.breathing_rate_hz,
             &after = told.visits[told.to()].heart.breathing_rate_hz;
  constexpr double per_minute = 60;
  return {
      words::say<"finding.context">({{"before", words::number(*rate->visits[told.from()].value, 0)},
                                     {"from", told.name_from()},
                                     {"after", words::number(*rate->visits[told.to()].value, 0)},
                                     {"to", told.name_to()},
                                     {"known", before && after},
                                     {"breaths_before", words::number(before.value_or(0) * per_minute, 0)},
                                     {"breaths_after", words::number(after.value_or(0) * per_minute, 0)}})};
}

/// A bout of crying at either visit can be the whole change.
std::vector<Said> crying(const Told& told, const visit::Settings& settings) {
  if (!belongs_to(Family::rsa, told.measure.id) || !told.change.change.value) return {};
  std::vector<Said> said;
  const std::string part = part_of(told.measure.id);
  for (const auto& [here, there] : {std::pair{told.from(), told.to()}, std::pair{told.to(), told.from()}}) {
    const Value visit = name_of_visit(told.visits, here);
    const Crying found = crying_at(told.visits[here], told.visits[there], part, settings.check);
    if (found.marked_s > 0)
      said.push_back(words::say<"finding.context.marked">({{"visit", visit},
                                                           {"time", words::duration(found.marked_s)},
                                                           {"left_out", settings.marks.leave_out}}));
    if (found.fast_s > 0)
      said.push_back(
          words::say<"finding.context.fast">({{"visit", visit},
                                              {"time", words::duration(found.fast_s)},
                                              {"more", words::at_most(settings.check.fast_heart_bpm, 0)},
                                              {"own", words::number(found.own_bpm, 0)}}));
  }
  return said;
}

std::vector<Said> certainty_words(const Told& told, const Certainty& certainty) {
  const Strength strength = told.change.ladder.strength;
  const bool said_already = strength == Strength::cannot_judge || takes_the_place_of_a_verdict(strength);
  if (certainty.level != eeg::DataLevel::low || said_already) return {};
  return {words::say<"finding.certainty">({{"reason", certainty.reason}})};
}

/// The subject in a sentence that tells no number of it: an asymmetry without its formula.
Said plain_subject(const Measure& measure) {
  return words::says<"measure.asymmetry">(measure.title) ? words::say<"finding.subject.asymmetry">()
                                                         : subject_of(measure);
}

}  // namespace

Value value_words(const Measure& measure, double value) {
  if (!told_in_percent(measure)) return words::number(value, measure.decimals);
  return words::say<"finding.share">(
      {{"percent", words::number(100 * value, std::max(0, measure.decimals - 2))}});
}

Value unit_words(const Measure& measure, double value) {
  if (told_in_percent(measure))
    return words::say<"finding.percentage_points">(
        {{"n", words::number(100 * value, std::max(0, measure.decimals - 2))}});
  if (words::says<"measure.unit.points">(measure.unit))
    return words::say<"finding.points">({{"n", words::number(value, measure.decimals)}});
  if (measure.unit == "ln" || measure.unit.empty()) return words::as_is("");
  return words::say<"finding.unit">({{"unit", measure.unit}});
}

std::string part_of(const std::string& id) {
  for (const std::string_view name : enum_names(PhaseKind{}))
    if (id.ends_with("_" + std::string(name))) return std::string(name);
  return "whole";
}

Said subject_of(const Measure& measure) {
  if (words::says<"measure.asymmetry">(measure.title))
    return words::say<"finding.subject.faa">(
        {{"right", words::in_hole<"measure.asymmetry">(measure.title, "right")},
         {"left", words::in_hole<"measure.asymmetry">(measure.title, "left")}});
  const MeasureRow* row = measure_info(measure.id);
  if (row && row->family == Family::regulation)
    return words::say<"finding.subject.orc">({{"mother", measure.id == measures::mother_orc}});
  if (row == measure_row(measures::rsa) || row == measure_row(measures::rsa_in))
    return words::say<"finding.subject.rsa">({{"where", words::as_is(part_of(measure.id))}});
  return words::say<"finding.subject.other">({{"title", measure.title}});
}

Said change_sentence(const Measure& measure, const Change& change, const std::vector<visit::Visit>& visits,
                     const Certainty& certainty, const std::vector<Measure>& measures,
                     const visit::Settings& settings) {
  const Told told{measure, change, visits};
  // What stands beside a value is told where its visit is compared with the first.
  const bool is_step = change.from > 0;
  Said said = found(told, subject_of(measure), Reasons::all);
  for (std::vector<Said>& part :
       is_step ? std::vector<std::vector<Said>>{numbers(told), certainty_words(told, certainty)}
               : std::vector<std::vector<Said>>{raters(measure, change, measures), numbers(told),
                                                context(told, measures), crying(told, settings), place(told),
                                                certainty_words(told, certainty)})
    for (Said& sentence : part) said = then(std::move(said), std::move(sentence));
  return said;
}

Said plain_sentence(const Measure& measure, const Change& change, const std::vector<visit::Visit>& visits,
                    const std::vector<Measure>& measures) {
  const Told told{measure, change, visits};
  const Said subject = plain_subject(measure);
  Said said = brief(told, subject).value_or(found(told, subject, Reasons::own));
  for (Said& sentence : raters(measure, change, measures)) said = then(std::move(said), std::move(sentence));
  return said;
}

std::vector<Said> raters(const Measure& told, const Change& change, const std::vector<Measure>& measures) {
  if (told.domain != Domain::temperament) return {};
  const auto change_by = [&](std::string_view id) -> std::optional<double> {
    for (const Measure& measure : measures)
      if (measure.id == id)
        for (const Change& theirs : measure.changes)
          if (theirs.to == change.to) return theirs.change.value;
    return std::nullopt;
  };
  const auto mother = change_by(measures::mother_orc), partner = change_by(measures::partner_orc);
  if (!mother || !partner || *mother * *partner >= 0) return {};
  return {words::say<"finding.raters_disagree">({{"mother", words::change(*mother, told.decimals)},
                                                 {"partner", words::change(*partner, told.decimals)}})};
}

Said change_headline(const Measure& measure, const Change& change) {
  switch (change.ladder.strength) {
    case Strength::reliable:
      return words::say<"finding.headline.reliable">(
          {{"way", way_of(measure, change.ladder.direction == Direction::up)}});
    case Strength::not_reliable:
      return words::say<"finding.headline.not_reliable">();
    case Strength::recordings_differ:
      return words::say<"finding.headline.recordings_differ">();
    case Strength::no_difference_found:
      return words::say<"finding.headline.no_difference_found">();
    case Strength::depends_on_choice:
      return words::say<"finding.headline.depends_on_choice">();
    case Strength::too_little:
      return words::say<"finding.headline.too_little">();
    case Strength::not_comparable:
      return words::say<"finding.headline.not_comparable">();
    default:
      return words::say<"finding.headline.cannot_judge">();
  }
}

}  // namespace attune::report
