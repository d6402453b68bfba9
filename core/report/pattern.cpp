#include "report/pattern.hpp"

#include <algorithm>
#include <array>

#include "base/words.hpp"
#include "report/sentences.hpp"
#include "report/wording.hpp"

namespace attune::report {
namespace {

constexpr const char* reported = "reported for infants after their mothers' treatment";

const char* name_of_domain(Domain domain) {
  switch (domain) {
    case Domain::heart:
      return "heart";
    case Domain::brain:
      return "brain";
    case Domain::temperament:
      return "rated temperament";
    case Domain::still_face:
      return "still-face";
    default:
      return "other scales";
  }
}

std::string number_word(std::size_t n) {
  constexpr std::array words{"none", "one", "two", "three", "four", "five", "six"};
  return n < words.size() ? words[n] : std::to_string(n);
}

/// "heart", "heart and brain", "heart, brain and still-face".
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

/// "more variability" for a rise; for a fall the same turned round.
std::string direction_words(const Measure& measure, bool up) {
  std::string words = measure.up_means;
  const std::string more = "more ";
  const std::size_t at = words.find(more);
  if (up) return words;
  if (at == std::string::npos) return "lower";
  return words.replace(at, more.size(), "less ");
}

/// The domains of one later visit.
struct Tally {
  std::vector<std::string> changed, unchanged, unjudged, as_reported, against;
  std::size_t of_one_file = 0;  ///< of the unjudged, those of which both visits are one file
  std::size_t all() const { return changed.size() + unchanged.size() + unjudged.size(); }
};

/// Domains whose direction the original study reports; it is up in each.
bool has_reported_direction(Domain domain) {
  return domain == Domain::heart || domain == Domain::brain || domain == Domain::temperament;
}

Tally count(const std::vector<Measure>& measures, std::size_t change) {
  Tally tally;
  for (const Measure& measure : measures) {
    if (!measure.primary) continue;
    const std::string name = name_of_domain(measure.domain);
    const Found found = found_change(measure, measure.changes[change]);
    if (found == Found::cannot_judge) tally.unjudged.push_back(name);
    if (measure.changes[change].change.reason == same_file) ++tally.of_one_file;
    if (found == Found::no_change) tally.unchanged.push_back(name);
    if (found != Found::up && found != Found::down) continue;
    tally.changed.push_back(name + " (" + direction_words(measure, found == Found::up) + ")");
    if (has_reported_direction(measure.domain))
      (found == Found::up ? tally.as_reported : tally.against).push_back(name);
  }
  return tally;
}

std::string direction_clause(const Tally& tally) {
  if (tally.as_reported.empty() && tally.against.empty()) return "";
  if (!tally.as_reported.empty() && !tally.against.empty())
    return ", not all in one direction: " + listed(tally.as_reported) + " as " + reported + ", " +
           listed(tally.against) + " against it";
  const bool as_reported = tally.against.empty();
  const std::vector<std::string>& with_direction = as_reported ? tally.as_reported : tally.against;
  const bool all = with_direction.size() == tally.changed.size();
  return (all ? ", " : "; " + listed(with_direction) + " ") + std::string(as_reported ? "in" : "against") +
         " the direction " + reported;
}

std::string show(const std::vector<std::string>& names) {
  return listed(names) + (names.size() == 1 ? " shows" : " show");
}

std::string sentence(const Tally& tally) {
  const std::string of_all = number_word(tally.all()) + (tally.all() == 1 ? " domain" : " domains");
  if (tally.unjudged.size() == tally.all())
    return "Nothing can be said of change in any of " + of_all + ": " +
           (tally.of_one_file == tally.all() ? same_file : "too little data.");
  const std::string unjudged =
      tally.unjudged.empty() ? "" : "; " + listed(tally.unjudged) + " cannot be judged";
  if (tally.changed.empty() && tally.unjudged.empty())
    return "None of " + of_all + " changed beyond measurement error or reliably.";
  if (tally.changed.empty())
    return "No domain is known to have changed: " + show(tally.unchanged) + " no change" + unjudged + ".";
  const std::string unchanged =
      tally.unchanged.empty() ? "" : "; " + show(tally.unchanged) + " no such change";
  return capital(number_word(tally.changed.size())) + " of " + of_all +
         " changed beyond measurement error or reliably: " + listed(tally.changed) + direction_clause(tally) +
         unchanged + unjudged + ".";
}

}  // namespace

std::string overall_pattern(const std::vector<Measure>& measures, const std::vector<Visit>& visits) {
  const bool any = std::any_of(measures.begin(), measures.end(), [](const Measure& m) { return m.primary; });
  if (!any || visits.size() < 2) return "";
  std::string pattern;
  for (std::size_t i = 1; i < visits.size(); ++i) {
    const std::string said = sentence(count(measures, i - 1));
    if (visits.size() == 2) return said;
    pattern += (pattern.empty() ? "" : " ") + capital(visits[i].label) + ": " + said;
  }
  return pattern;
}

}  // namespace attune::report
