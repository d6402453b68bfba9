#include "export/wide.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "base/table.hpp"
#include "behavior/coding_settings.hpp"
#include "behavior/scales.hpp"
#include "report/measures.hpp"
#include "report/score_measures.hpp"
#include "report/still_face_measures.hpp"

namespace attune::exports {
namespace {

/// As many visits have columns in every file: a study's baseline, follow-up and a later visit.
constexpr std::size_t usual_visits = 3;

struct Cell {
  WideColumn about;
  std::string text;
};

std::string number_text(const std::optional<double>& value) {
  return value ? dump(Json(*value)) : "";
}

void add_all(std::vector<report::Measure>& all, std::vector<report::Measure> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// A visit that lacks nothing that a measure of these settings could be formed of; its values mean nothing.
visit::Visit visit_with_everything(const visit::Settings& settings) {
  visit::Visit visit;
  for (std::size_t i = 0; i < enum_names(PhaseKind{}).size(); ++i) {
    const auto kind = static_cast<PhaseKind>(i);
    hrv::PhaseMetrics of_heart;
    of_heart.kind = std::string(name_of(kind));
    visit.heart.phases.push_back(of_heart);
    behavior::StillFacePhase coded;
    coded.phase.kind = kind;
    coded.scorable_s = settings.coding.fewest_scorable_s;
    visit.still_face.phases.push_back(coded);
  }
  for (const eeg::Pair& pair : settings.eeg.pairs) {
    eeg::Asymmetry asymmetry;
    asymmetry.left = pair.left;
    asymmetry.right = pair.right;
    visit.eeg.asymmetry.push_back(asymmetry);
  }
  visit.still_face.reason = {};
  auto& states = visit.still_face.states;
  for (const behavior::StateRule& rule : settings.coding.states) {
    const bool no_state = rule.state == behavior::unscorable_state || rule.state == behavior::ignored_code;
    if (!no_state && std::find(states.begin(), states.end(), rule.state) == states.end())
      states.push_back(rule.state);
  }
  return visit;
}

/// Every measure that any recording, coding or table of scores could have under these settings.
std::vector<report::Measure> all_measures(const visit::Settings& settings) {
  const std::vector<visit::Visit> visits{visit_with_everything(settings)};
  behavior::Scores scores;
  scores.visits.emplace_back();
  for (const behavior::Scale& scale : behavior::known_scales()) scores.visits.front().scores[scale.id] = 0;
  std::vector<report::Measure> all = report::collect_measures(visits, settings);
  add_all(all, report::still_face_measures(visits, settings));
  add_all(all, report::score_measures(scores, 1));
  return all;
}

const report::Measure* measure_named(const std::vector<report::Measure>& measures, const std::string& id) {
  const auto found =
      std::find_if(measures.begin(), measures.end(), [&](const report::Measure& m) { return m.id == id; });
  return found == measures.end() ? nullptr : &*found;
}

std::string source_of(const report::Measure& measure) {
  switch (measure.domain) {
    case report::Domain::heart:
      return "beats of the ECG or of a list; how: Methods";
    case report::Domain::brain:
      return "EEG; how: Methods";
    case report::Domain::still_face:
      return "coded behaviour; how: Methods";
    default:
      break;
  }
  const behavior::Scale* scale = behavior::scale_named(behavior::known_scales(), measure.id);
  return scale ? "score as entered; " + scale->source : "score as entered; a scale of the user's own";
}

class Wide {
 public:
  explicit Wide(const report::Report& report) : report_(report) {
    add_infant();
    const std::vector<report::Measure> usual = all_measures(report.provenance.settings);
    std::vector<report::Measure> own;
    for (const report::Measure& measure : report.measures)
      if (!measure_named(usual, measure.id)) own.push_back(measure);
    add_visits(0, usual_visits, true, usual);
    add_visits(0, usual_visits, false, own);
    for (std::size_t visit = usual_visits; visit < report.visits.size(); ++visit) {
      add_visits(visit, visit + 1, true, usual);
      add_visits(visit, visit + 1, false, own);
    }
  }

  std::vector<Cell> cells;

 private:
  void add_infant() {
    visit::Settings settings = report_.provenance.settings;
    settings.edits = {};  // what was edited by hand is of one recording
    const std::string json = dump(to_json(settings));
    const std::string digest = sha256_hex({reinterpret_cast<const std::uint8_t*>(json.data()), json.size()});
    cells.push_back({{"participant", "Code of the infant", "", "", "", "as entered"}, report_.participant});
    cells.push_back(
        {{"attune_version", "Version of Attune", "", "", "", "Attune"}, report_.provenance.version});
    cells.push_back({{"settings", "Mark of the settings: lines with another mark were formed otherwise", "",
                      "", "", "first 8 digits of the SHA-256 of all settings but edits by hand"},
                     digest.substr(0, 8)});
  }

  /// The columns of these measures at the visits from `first` to before `end`; `with_visit`: of the visits themselves too.
  void add_visits(std::size_t first, std::size_t end, bool with_visit,
                  const std::vector<report::Measure>& measures) {
    if (with_visit) {
      add(first, end, {"age_months", "Age", "", "months", "older", "as entered or by the header"},
          [](const visit::Visit& visit) { return visit.age_months; });
      add(first, end,
          {"corrected_age_months", "Corrected age", "", "months", "older", "age and weeks born early"},
          [](const visit::Visit& visit) { return visit.corrected_age_months; });
      add(first, end,
          {"days_from_first", "Days since the first visit", "", "days", "later", "dates of the recordings"},
          [](const visit::Visit& visit) { return visit.days_from_first; });
      add(first, end, {"eeg_clean_s", "Clean EEG of the primary pair", "", "s", "more data", "EEG"},
          [](const visit::Visit& visit) {
            return visit.recorded ? std::optional(visit.quality.eeg_clean_s) : std::nullopt;
          });
      add(first, end,
          {"heart_epochs_used", "Epochs of the heart that were used", "", "1", "more data", "beats"},
          [](const visit::Visit& visit) {
            return visit.recorded ? std::optional<double>(visit.quality.heart_epochs_used) : std::nullopt;
          });
    }
    for (const report::Measure& measure : measures) add_measure(first, end, measure);
  }

  template <class Pick>
  void add(std::size_t first, std::size_t end, const WideColumn& column, Pick pick) {
    for (std::size_t i = first; i < end; ++i)
      cells.push_back(
          {at_visit(column, i), i < report_.visits.size() ? number_text(pick(report_.visits[i])) : ""});
  }

  void add_measure(std::size_t first, std::size_t end, const report::Measure& measure) {
    const report::Measure* found = measure_named(report_.measures, measure.id);
    const WideColumn column{
        measure.id,        measure.title.english(), "", measure.unit.english(), measure.up_means.english(),
        source_of(measure)};
    for (std::size_t i = first; i < end; ++i) {
      const bool told = found && i < std::min(found->visits.size(), report_.visits.size()) &&
                        report::doubt_of(measure, report_.visits[i]).empty();
      cells.push_back({at_visit(column, i), told ? number_text(found->visits[i].value) : ""});
    }
  }

  static WideColumn at_visit(WideColumn column, std::size_t visit) {
    column.visit = std::to_string(visit + 1);
    column.column += "_v" + column.visit;
    return column;
  }

  const report::Report& report_;
};

}  // namespace

std::string wide_text(const report::Report& report) {
  std::string names, values;
  for (const Cell& cell : Wide(report).cells) {
    const char* separator = names.empty() ? "" : ",";
    names += separator + table_cell(cell.about.column, Separator::comma);
    values += separator + table_cell(cell.text, Separator::comma);
  }
  return names + "\n" + values + "\n";
}

std::vector<WideColumn> wide_dictionary(const report::Report& report) {
  std::vector<WideColumn> columns;
  for (const Cell& cell : Wide(report).cells) columns.push_back(cell.about);
  return columns;
}

}  // namespace attune::exports
