#include "report/sentences.hpp"

#include <algorithm>
#include <cmath>

#include "report/layer_wording.hpp"
#include "report/wording.hpp"

namespace attune::report {
namespace {

/// The words of a domain that has an error of its own.
struct Words {
  const char* subject;
  const char* rose;
  const char* fell;
  const char* rose_headline;
  const char* fell_headline;
};

Words words_for(Domain domain) {
  if (domain == Domain::brain)
    return {"Frontal alpha asymmetry", "moved toward the left", "moved toward the right", "Toward the left,",
            "Toward the right,"};
  return {"Respiratory sinus arrhythmia", "rose", "fell", "Rose", "Fell"};
}

/// "RSA at rest" → " at rest"; the brain names its sites and sign.
std::string qualifier(const Measure& measure) {
  if (measure.domain == Domain::brain) {
    std::string sites = measure.title;  // "F4 − F3"
    const std::string minus = "− ";
    const std::size_t at = sites.find(minus);
    if (at != std::string::npos) sites.replace(at, minus.size(), minus + "ln ");
    return " (ln " + sites + "; positive means relatively more left activity)";
  }
  const std::string name = "RSA ";
  if (measure.title.starts_with(name)) return " " + measure.title.substr(name.size());
  return " over the whole recording";
}

/// "95 % CI +0.12 to +0.30".
std::string interval(const Estimate& change, int decimals) {
  return "95 % CI " + number(*change.ci_low, decimals, true) + " to " +
         number(*change.ci_high, decimals, true);
}

struct Side {
  const Estimate& estimate;
  const std::string& label;
};
Side first_of(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  const auto i = static_cast<std::size_t>(change.from);
  return {measure.visits[i], visits[i].label};
}
Side last_of(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  const auto i = static_cast<std::size_t>(change.to);
  return {measure.visits[i], visits[i].label};
}

std::string went(const Measure& measure, const Side& a, const Side& b) {
  return subject_of(measure) + " went from " + number(*a.estimate.value, measure.decimals) + " at " +
         a.label + " to " + number(*b.estimate.value, measure.decimals) + " at " + b.label;
}

std::string unit_words(const Measure& measure) {
  return measure.unit == "ln" || measure.unit.empty() ? "" : " " + measure.unit;
}

/// Digits that keep a bound that is not zero from reading as zero beside a verdict that rests on its sign.
int decimals_for(const Change& change, int decimals) {
  if (change.verdict != Verdict::increase && change.verdict != Verdict::decrease) return decimals;
  const double bound = change.verdict == Verdict::increase ? *change.change.ci_low : *change.change.ci_high;
  constexpr int most = 6;
  while (decimals < most && std::round(bound * std::pow(10, decimals)) == 0) ++decimals;
  return decimals;
}

/// Layer 1, without its end.
std::string error_words(const Measure& measure, const Change& change, const Side& a, const Side& b) {
  const int d = decimals_for(change, measure.decimals);
  if (!has_own_error(measure.domain)) return went(measure, a, b);
  if (change.verdict == Verdict::no_evidence)
    return went(measure, a, b) + " (change " + number(*change.change.value, d, true) + ", " +
           interval(change.change, d) + "): no evidence of a difference";
  const Words words = words_for(measure.domain);
  return subject_of(measure) + " " + (change.verdict == Verdict::increase ? words.rose : words.fell) +
         " from " + a.label + " to " + b.label + " by " + number(std::abs(*change.change.value), d) +
         unit_words(measure) + " (" + interval(change.change, d) + "), more than measurement error";
}

/// Method of a reliable change and what it rests on, short; the whole stands in Change.reliable_change.
std::string in_brackets(const ReliableChange& change) {
  if (change.points)
    return " (" + number(*change.index, 0, true) + " points, " + number(*change.points, 0) +
           " or more count)";
  std::string words = " (" + change.method + " RC " + number(*change.index, 2, true) + ", limit ±1.96";
  if (change.reliability) words += ", s " + number(*change.sd, 2) + ", r " + number(*change.reliability, 2);
  if (change.n > 0)
    words += std::string(", ") + (change.reliability ? "s of " : "changes of ") +
             infants_words(change.n, change.comparison_source);
  return words + ")";
}

/// Layer 2 as the sentence goes on.
std::string reliable_words(const Measure& measure, const Change& change) {
  const ReliableChange& reliable = change.reliable;
  const bool layer1 = has_own_error(measure.domain);
  if (reliable.finding == ReliableFinding::cannot_judge)
    return layer1 ? "" : "; whether that is reliable cannot be judged: " + reliable.reason;
  const bool moved = change.verdict == Verdict::increase || change.verdict == Verdict::decrease;
  if (reliable.finding == ReliableFinding::no_reliable_change)
    return (!layer1 ? ": "
            : moved ? ", but "
                    : ", and ") +
           std::string("no reliable change") + in_brackets(reliable);
  const bool up = reliable.finding == ReliableFinding::reliable_increase;
  const char* joined = !layer1                                       ? ": a reliable "
                       : !moved                                      ? ", but a reliable "
                       : up == (change.verdict == Verdict::increase) ? ", a reliable "
                                                                     : ", yet a reliable ";
  return joined + std::string(up ? "increase" : "decrease") + in_brackets(reliable);
}

std::string percentile(const Place& place) {
  return *place.percentile < 1    ? "below the 1st"
         : *place.percentile > 99 ? "above the 99th"
                                  : number(*place.percentile, 0);
}

/// Layer 3 as the sentence goes on.
std::string place_words(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  const auto from = static_cast<std::size_t>(change.from), to = static_cast<std::size_t>(change.to);
  const Place &before = measure.places[from], &after = measure.places[to];
  if (!before.p || !after.p) return "";
  const std::string infants =
      before.n == after.n ? infants_words(after.n, after.source)
                          : infants_words(before.n, "") + " and " + infants_words(after.n, after.source);
  return "; " + place_situation(measure, change) + " (percentile " + percentile(before) + " at " +
         visits[from].label + ", " + percentile(after) + " at " + visits[to].label + ", of " + infants + ")";
}

std::string certainty_words(const Certainty& certainty) {
  if (certainty.level != eeg::DataLevel::low) return "";
  std::string reason = certainty.reason;
  if (reason.ends_with('.')) reason.pop_back();
  return "; certainty is low (" + reason + ")";
}

bool has_both(const Measure& measure, const Change& change) {
  if (has_own_error(measure.domain)) return change.verdict != Verdict::cannot_judge;
  return change.change.value.has_value();
}

}  // namespace

std::string subject_of(const Measure& measure) {
  if (!has_own_error(measure.domain)) return measure.title;
  return words_for(measure.domain).subject + qualifier(measure);
}

Found found_change(const Measure& measure, const Change& change) {
  if (has_own_error(measure.domain)) switch (change.verdict) {
      case Verdict::increase:
        return Found::up;
      case Verdict::decrease:
        return Found::down;
      case Verdict::no_evidence:
        return Found::no_change;
      default:
        return Found::cannot_judge;
    }
  switch (change.reliable.finding) {
    case ReliableFinding::reliable_increase:
      return Found::up;
    case ReliableFinding::reliable_decrease:
      return Found::down;
    case ReliableFinding::no_reliable_change:
      return Found::no_change;
    default:
      return Found::cannot_judge;
  }
}

std::string change_sentence(const Measure& measure, const Change& change, const std::vector<Visit>& visits,
                            const Certainty& certainty) {
  const Side a = first_of(measure, change, visits), b = last_of(measure, change, visits);
  if (!has_both(measure, change))
    return subject_of(measure) + " cannot be compared from " + a.label + " to " + b.label + ": " +
           ended(change.change.reason);
  return error_words(measure, change, a, b) + reliable_words(measure, change) +
         place_words(measure, change, visits) + certainty_words(certainty) + ".";
}

std::string change_headline(const Measure& measure, const Change& change) {
  if (!has_both(measure, change)) return "Not enough to say";
  const Found found = found_change(measure, change);
  if (!has_own_error(measure.domain)) switch (found) {
      case Found::up:
        return "Rose reliably";
      case Found::down:
        return "Fell reliably";
      case Found::no_change:
        return "No reliable change";
      default:
        return "Whether it changed reliably cannot be judged";
    }
  if (found == Found::no_change) return "No evidence of a difference";
  const Words words = words_for(measure.domain);
  const bool up = found == Found::up;
  const auto same = up ? ReliableFinding::reliable_increase : ReliableFinding::reliable_decrease;
  return std::string(up ? words.rose_headline : words.fell_headline) +
         (change.reliable.finding == same ? " beyond measurement error and reliably"
                                          : " beyond measurement error");
}

}  // namespace attune::report
