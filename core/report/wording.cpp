#include "report/wording.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace attune::report {
namespace {

/// The words of a domain; indexed by Verdict where they differ by it.
struct Words {
  const char* subject;
  const char* rose;
  const char* fell;
  const char* rose_headline;
  const char* fell_headline;
};

Words words_for(Domain domain) {
  if (domain == Domain::brain)
    return {"Frontal alpha asymmetry", "moved toward the left", "moved toward the right",
            "Toward the left, beyond measurement error", "Toward the right, beyond measurement error"};
  return {"Respiratory sinus arrhythmia", "rose", "fell", "Rose beyond measurement error",
          "Fell beyond measurement error"};
}

std::string interval(const Estimate& estimate, int decimals) {
  return "change " + number(*estimate.value, decimals, true) + ", 95 % CI " +
         number(*estimate.ci_low, decimals, true) + " to " + number(*estimate.ci_high, decimals, true);
}

/// "RSA at rest" → " at rest"; the brain names its sites and sign.
std::string qualifier(const Measure& measure) {
  if (measure.domain == Domain::brain) {
    std::string sites = measure.title;  // "F4 − F3"
    sites.replace(sites.find("− "), std::string("− ").size(), "− ln ");
    return " (ln " + sites + "; positive means relatively more left activity)";
  }
  const std::string name = "RSA ";
  if (measure.title.starts_with(name)) return " " + measure.title.substr(name.size());
  return " over the whole recording";
}

/// A reason as the end of a sentence.
std::string ended(std::string reason) {
  if (!reason.empty() && reason.back() != '.') reason += '.';
  return reason;
}

std::string subject_of(const Measure& measure) {
  if (measure.domain == Domain::behaviour) return measure.title;
  return words_for(measure.domain).subject + qualifier(measure);
}

bool nothing_to_compare(const Measure& measure) {
  return std::all_of(measure.changes.begin(), measure.changes.end(), [](const Change& change) {
    return change.verdict == Verdict::cannot_judge && !change.change.value;
  });
}

/// A score has no error of its own: its change is told, and judged by the layers below.
std::string score_sentence(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  const Estimate &before = measure.visits[change.from], &after = measure.visits[change.to];
  const int d = measure.decimals;
  return subject_of(measure) + " went from " + number(*before.value, d) + " at " + visits[change.from].label +
         " to " + number(*after.value, d) + " at " + visits[change.to].label + ": " + change.reliable_change +
         ".";
}

std::string change_sentence(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  if (measure.domain == Domain::behaviour && change.change.value)
    return score_sentence(measure, change, visits);
  const Words words = words_for(measure.domain);
  const std::string subject = subject_of(measure);
  const std::string span = " from " + visits[change.from].label + " to " + visits[change.to].label;
  if (change.verdict == Verdict::cannot_judge)
    return subject + " cannot be compared" + span + ": " + ended(change.change.reason);
  const int d = measure.decimals;
  if (change.verdict == Verdict::no_evidence)
    return subject + " went from " + number(*measure.visits[change.from].value, d) + " at " +
           visits[change.from].label + " to " + number(*measure.visits[change.to].value, d) + " at " +
           visits[change.to].label + " (" + interval(change.change, d) + "): no evidence of a difference.";
  const bool up = change.verdict == Verdict::increase;
  return subject + " " + (up ? words.rose : words.fell) + span + " by " +
         number(std::abs(*change.change.value), d) + (measure.unit == "ln" ? "" : " " + measure.unit) +
         ", more than measurement error (" + interval(change.change, d) + ").";
}

/// What layers 2 and 3 add to a sentence, where they can speak.
std::string layers_added(const Measure& measure, const Change& change) {
  std::string added;
  if (measure.domain != Domain::behaviour && change.reliable.finding != ReliableFinding::cannot_judge)
    added += " Reliable change: " + change.reliable_change + ".";
  if (measure.places[change.from].p && measure.places[change.to].p)
    added += " Against comparison infants: " + change.comparison + ".";
  return added;
}

std::string score_headline(const Change& change) {
  if (!change.change.value) return "Not enough to say";
  switch (change.reliable.finding) {
    case ReliableFinding::reliable_increase:
      return "Rose reliably";
    case ReliableFinding::reliable_decrease:
      return "Fell reliably";
    case ReliableFinding::no_reliable_change:
      return "No reliable change";
    default:
      return "Whether it changed reliably cannot be judged";
  }
}

std::string headline(const Measure& measure, const Change& change) {
  if (measure.domain == Domain::behaviour) return score_headline(change);
  const Words words = words_for(measure.domain);
  switch (change.verdict) {
    case Verdict::increase:
      return words.rose_headline;
    case Verdict::decrease:
      return words.fell_headline;
    case Verdict::no_evidence:
      return "No evidence of a difference";
    default:
      return "Not enough to say";
  }
}

/// A score is as certain as it is there, and as its change can be judged.
void set_score_certainty(Statement& statement, const Measure& measure, const std::vector<Visit>& visits) {
  statement.certainty = eeg::DataLevel::good;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (measure.visits[i].value) continue;
    statement.certainty = eeg::DataLevel::none;
    statement.certainty_reason = visits[i].label + ": " + measure.visits[i].reason;
    return;
  }
  for (const Change& change : measure.changes) {
    if (change.reliable.finding != ReliableFinding::cannot_judge) continue;
    statement.certainty = eeg::DataLevel::low;
    statement.certainty_reason = "Reliable change " + change.reliable_change + ".";
  }
}

/// Certainty of a domain is that of its weakest visit.
void set_certainty(Statement& statement, const std::vector<Visit>& visits, const Settings& settings) {
  statement.certainty = eeg::DataLevel::good;
  const auto lower_to = [&](eeg::DataLevel level, const std::string& reason) {
    if (level < statement.certainty || level == eeg::DataLevel::good) return;
    if (level > statement.certainty) statement.certainty_reason.clear();
    statement.certainty = level;
    statement.certainty_reason += (statement.certainty_reason.empty() ? "" : " ") + ended(reason);
  };
  for (const Visit& visit : visits) {
    if (statement.domain == Domain::brain) {
      if (visit.eeg.asymmetry.empty()) {
        lower_to(eeg::DataLevel::none, visit.label + ": " + visit.eeg.reason);
      } else {
        const auto& primary = visit.eeg.asymmetry.front();
        lower_to(primary.level, visit.label + ": " + primary.reason);
        if (visit.age_months && *visit.age_months < settings.eeg.age_caution_months)
          lower_to(eeg::DataLevel::low, visit.label + ": below " +
                                            number(settings.eeg.age_caution_months, 0) +
                                            " months of age the infant alpha rhythm is not settled.");
      }
    } else if (!visit.heart.overall.rsa_ln_ms2.value) {
      lower_to(eeg::DataLevel::none,
               visit.label + ": " +
                   (visit.heart.reason.empty() ? visit.heart.overall.rsa_ln_ms2.reason : visit.heart.reason));
    } else if (visit.heart.overall.epochs_used < settings.hrv.good_epochs) {
      lower_to(eeg::DataLevel::low, visit.label + ": " + std::to_string(visit.heart.overall.epochs_used) +
                                        (visit.heart.overall.epochs_used == 1 ? " epoch" : " epochs") +
                                        " of 30 s; " + std::to_string(settings.hrv.good_epochs) +
                                        " are recommended.");
    }
  }
}

}  // namespace

std::string missing_reasons(std::span<const Estimate> estimates, std::span<const std::string> labels) {
  std::vector<std::pair<std::string, std::string>> told;  // the visits' names, the reason they share
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    if (estimates[i].value && estimates[i].se) continue;
    std::string why = estimates[i].reason.empty() ? "no standard error" : estimates[i].reason;
    if (why.back() == '.') why.pop_back();
    const auto same =
        std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.second == why; });
    if (same == told.end())
      told.emplace_back(labels[i], why);
    else
      same->first += " and " + labels[i];
  }
  std::string reason;
  for (const auto& [names, why] : told) reason += (reason.empty() ? "" : "; ") + names + ": " + why;
  return reason;
}

std::string number(double value, int decimals, bool sign) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, std::abs(value));
  const bool zero = std::string(text).find_first_not_of("0.") == std::string::npos;
  if (zero) return text;
  return (value < 0 ? "−" : sign ? "+" : "") + std::string(text);
}

Statement state_finding(const Measure& primary, const std::vector<Visit>& visits, const Settings& settings) {
  Statement statement;
  statement.domain = primary.domain;
  if (primary.changes.empty()) {
    statement.headline = "One visit only";
    statement.sentence =
        subject_of(primary) + (primary.visits.front().value
                                   ? " was " + number(*primary.visits.front().value, primary.decimals) +
                                         "; a second visit is needed to speak of change."
                                   : " could not be measured: " + ended(primary.visits.front().reason));
  } else {
    statement.headline = headline(primary, primary.changes.back());
    if (primary.changes.size() > 1 && nothing_to_compare(primary)) {
      std::vector<std::string> labels;
      for (const Visit& visit : visits) labels.push_back(visit.label);
      statement.sentence = subject_of(primary) + " cannot be compared between visits: " +
                           ended(missing_reasons(primary.visits, labels));
    } else {
      for (const Change& change : primary.changes)
        statement.sentence += (statement.sentence.empty() ? "" : " ") +
                              change_sentence(primary, change, visits) + layers_added(primary, change);
    }
  }
  if (primary.domain == Domain::behaviour) {
    set_score_certainty(statement, primary, visits);
  } else {
    set_certainty(statement, visits, settings);
  }
  return statement;
}

std::vector<std::string> cautions_for(const std::vector<Visit>& visits, const Reference* reference) {
  std::vector<std::string> cautions;
  if (visits.size() > 1) {
    const auto days = visits.back().days_from_first;
    const std::string span =
        days && *days > 0 ? " (" + std::to_string(*days) + " days between first and last visit)" : "";
    cautions.push_back(
        "A change beyond measurement error says that the recordings differ, not that the infant is better or "
        "worse.");
    cautions.push_back("Changes in one infant also reflect growing up" + span +
                       "; they do not show what caused them.");
    if (!reference)
      cautions.push_back(
          "Whether a change is reliable, and where the infant stands among comparison infants, cannot be "
          "judged: no "
          "reliability of these measures and no comparison infants were given.");
  }
  if (std::any_of(visits.begin(), visits.end(), [](const Visit& visit) { return visit.file.simulated; }))
    cautions.push_back("The recordings are simulated: no infant was measured.");
  if (reference && !reference->source.empty())
    cautions.push_back("The comparison infants are: " + reference->source + ".");
  cautions.push_back("Attune is a research and education tool. It does not diagnose.");
  return cautions;
}

}  // namespace attune::report
