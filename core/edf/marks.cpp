#include "edf/marks.hpp"

#include <algorithm>
#include <optional>

#include "edf/text.hpp"
#include "words/ids/timeline.hpp"

namespace attune::edf {

namespace {

constexpr double same_instant_s = 0.002;

using MarkWords = std::vector<std::string>;

/// Words of letters, in lower case, without accents; also taken apart at a change of case ("BadSegment").
MarkWords mark_words(std::string_view text) {
  const std::string_view at_channel = text.substr(0, text.rfind("@@"));
  MarkWords words(1);
  bool was_small = false;
  for (const char c : at_channel) {
    const bool big = c >= 'A' && c <= 'Z', part = static_cast<unsigned char>(c) >= 0x80;
    const bool small = c >= 'a' && c <= 'z';
    if ((!big && !small && !part) || (big && was_small)) words.emplace_back();
    if (big || small || part) words.back() += c;
    was_small = small;
  }
  for (std::string& word : words) word = folded(word);
  std::erase(words, "");
  return words;
}

/// Who or what is spoken of before the mark itself.
bool is_subject(const std::string& word) {
  static constexpr std::string_view subjects[] = {
      "infant", "baby", "child", "bebe", "enfant",   "nourrisson", "the", "le",   "la",
      "l",      "il",   "elle",  "kind", "saugling", "das",        "el",  "nino", "comment"};
  return std::find(std::begin(subjects), std::end(subjects), word) != std::end(subjects);
}

struct Match {
  MarkKind kind = MarkKind::usable;
  std::size_t length = 0;
};

/// A rule, its words taken apart once for many texts.
struct ReadRule {
  MarkWords words;
  MarkKind kind;
};

std::vector<ReadRule> read_rules(const MarkSettings& settings) {
  std::vector<ReadRule> rules;
  for (const MarkRule& rule : settings.rules) rules.push_back({mark_words(rule.words), rule.kind});
  return rules;
}

/// The longest rule whose words stand at `at`.
Match match_at(const MarkWords& words, std::size_t at, std::span<const ReadRule> rules) {
  Match best;
  for (const ReadRule& rule : rules) {
    if (rule.words.size() <= best.length || at + rule.words.size() > words.size()) continue;
    if (std::equal(rule.words.begin(), rule.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
      best = {rule.kind, rule.words.size()};
  }
  return best;
}

MarkKind kind_of(std::string_view text, std::span<const ReadRule> rules, const MarkSettings& settings) {
  const MarkWords words = mark_words(text);
  std::size_t at = 0;
  while (at < words.size() && is_subject(words[at])) ++at;
  Match found = match_at(words, at, rules);
  if (found.kind == MarkKind::bad && found.length > 0) {  // "BAD_crying": bad, and why
    const Match why = match_at(words, at + found.length, rules);
    if (why.length > 0 && why.kind != MarkKind::join && why.kind != MarkKind::usable) found.kind = why.kind;
  }
  const std::size_t words_after = words.size() - std::min(words.size(), at + found.length);
  if (found.kind == MarkKind::join && words_after > static_cast<std::size_t>(settings.most_other_words))
    return MarkKind::usable;
  return found.kind;
}

/// "movement start" … "movement stop": the word a mark ends with.
enum class Edge { none, start, end };
Edge edge_of(std::string_view text, const PhaseSettings& phases) {
  const MarkWords words = mark_words(text);
  const auto is_last = [&](const std::vector<std::string>& list) {
    return !words.empty() && std::find(list.begin(), list.end(), words.back()) != list.end();
  };
  if (is_last(phases.start_words)) return Edge::start;
  static const std::vector<std::string> results{"passed", "failed", "done"};  // of an impedance check (Natus)
  return is_last(phases.end_words) || is_last(results) ? Edge::end : Edge::none;
}

void find_joins(std::vector<double> at_s, std::span<const Interval> segments, TimeMarks& marks) {
  std::sort(at_s.begin(), at_s.end());
  for (const double join_s : at_s) {
    const bool inside = std::any_of(segments.begin(), segments.end(), [&](const Interval& segment) {
      return join_s > segment.start_s + same_instant_s && join_s < segment.end_s - same_instant_s;
    });
    const bool again = !marks.joins_s.empty() && join_s < marks.joins_s.back() + same_instant_s;
    if (inside && !again) marks.joins_s.push_back(join_s);
  }
}

std::vector<Interval> unite(std::vector<Interval> stretches) {
  std::sort(stretches.begin(), stretches.end(),
            [](const Interval& a, const Interval& b) { return a.start_s < b.start_s; });
  std::vector<Interval> united;
  for (const Interval& stretch : stretches) {
    if (!united.empty() && stretch.start_s <= united.back().end_s)
      united.back().end_s = std::max(united.back().end_s, stretch.end_s);
    else
      united.push_back(stretch);
  }
  return united;
}

void tell_marks(TimeMarks& marks) {
  const auto put = [&](const char* code, Severity severity, words::Said sentence) {
    marks.diagnostics.push_back({code, severity, std::move(sentence), words::say<"timeline.where">(), ""});
  };
  if (!marks.joins_s.empty())
    put("W_JOINS", Severity::warning,
        words::say<"timeline.joins">(
            {{"count", marks.joins_s.size()}, {"first", words::duration(marks.joins_s.front())}}));
  for (const std::string_view name : enum_names(MarkKind{})) {
    std::vector<Interval> stretches;
    for (const MarkedStretch& marked : marks.marked)
      if (name_of(marked.kind) == name) stretches.push_back({marked.start_s, marked.end_s});
    double all_s = 0;
    for (const Interval& stretch : unite(std::move(stretches))) all_s += stretch.duration_s();
    if (all_s > 0)
      put("W_MARKED_BAD", Severity::warning,
          words::say<"timeline.marked">(
              {{"kind", words::as_is(std::string(name))}, {"time", words::duration(all_s)}}));
  }
  if (marks.without_duration > 0)
    put("N_MARK_POINT", Severity::note, words::say<"timeline.points">({{"count", marks.without_duration}}));
}

}  // namespace

std::vector<MarkRule> default_mark_rules() {
  using enum MarkKind;
  return {
      {"boundary", join},
      {"edge boundary", join},
      {"bad boundary", join},
      {"segment boundary", join},
      {"new segment", join},
      {"break cnt", join},
      {"discontinuity", join},
      {"pause", join},
      {"paused", join},
      {"en pause", join},
      {"resumed", join},
      {"recording paused", join},
      {"recording pause", join},
      {"recording resumed", join},
      {"recording stopped", join},
      {"recording restarted", join},
      {"recording gap", join},
      {"recording interrupted", join},
      {"recording continued", join},
      {"recording started", join},
      {"recording start", join},
      {"recording stop", join},
      {"start recording", join},
      {"stop recording", join},
      {"resume", join},
      {"unpaused", join},
      {"acquisition paused", join},
      {"acquisition resumed", join},
      {"amplifier paused", join},
      {"lost samples", join},
      {"data gap", join},
      {"data loss", join},
      {"gap", join},
      {"rec start", join},
      {"rec stop", join},
      {"pause enregistrement", join},
      {"pause de l enregistrement", join},
      {"enregistrement en pause", join},
      {"enregistrement interrompu", join},
      {"enregistrement suspendu", join},
      {"enregistrement repris", join},
      {"reprise enregistrement", join},
      {"reprise de l enregistrement", join},
      {"interruption de l enregistrement", join},
      {"debut enregistrement", join},
      {"arret enregistrement", join},
      {"enregistrement arrete", join},
      {"debut pause", join},
      {"fin pause", join},
      {"fin de pause", join},
      {"coupure", join},
      {"aufnahme pausiert", join},
      {"aufnahme unterbrochen", join},
      {"aufnahme angehalten", join},
      {"aufnahme fortgesetzt", join},
      {"aufzeichnung pausiert", join},
      {"aufzeichnung unterbrochen", join},
      {"aufzeichnung angehalten", join},
      {"aufzeichnung fortgesetzt", join},
      {"unterbrechung", join},
      {"beginn pause", join},
      {"ende pause", join},
      {"pausenbeginn", join},
      {"pausenende", join},
      {"pausa", join},
      {"grabacion pausada", join},
      {"grabacion interrumpida", join},
      {"grabacion reanudada", join},
      {"bad", bad},
      {"exclude", bad},
      {"excluded", bad},
      {"reject", bad},
      {"rejected", bad},
      {"unusable", bad},
      {"not usable", bad},
      {"do not use", bad},
      {"inutilisable", bad},
      {"ne pas utiliser", bad},
      {"unbrauchbar", bad},
      {"schlecht", bad},
      {"crying", crying},
      {"cry", crying},
      {"cries", crying},
      {"fussing", crying},
      {"pleurs", crying},
      {"pleure", crying},
      {"cris", crying},
      {"crie", crying},
      {"fuss", crying},
      {"fussy", crying},
      {"weinen", crying},
      {"weint", crying},
      {"schreien", crying},
      {"schreit", crying},
      {"quengelt", crying},
      {"llanto", crying},
      {"llora", crying},
      {"llorando", crying},
      {"movement", movement},
      {"movements", movement},
      {"moving", movement},
      {"moves", movement},
      {"motion", movement},
      {"mouvement", movement},
      {"mouvements", movement},
      {"bouge", movement},
      {"body movement", movement},
      {"gross movement", movement},
      {"restless", movement},
      {"mvt", movement},
      {"mvts", movement},
      {"mouvt", movement},
      {"agite", movement},
      {"agitee", movement},
      {"agitation", movement},
      {"bewegung", movement},
      {"bewegungen", movement},
      {"bewegt", movement},
      {"bewegungsartefakt", movement},
      {"bewegungsartefakte", movement},
      {"unruhig", movement},
      {"unruhe", movement},
      {"movimiento", movement},
      {"movimientos", movement},
      {"inquieto", movement},
      {"inquieta", movement},
      {"artifact", artifact},
      {"artifacts", artifact},
      {"artefact", artifact},
      {"artefacts", artifact},
      {"artefakt", artifact},
      {"artefakte", artifact},
      {"muscle artifact", artifact},
      {"muscle artefact", artifact},
      {"emg artifact", artifact},
      {"emg artefact", artifact},
      {"muskelartefakt", artifact},
      {"muskelartefakte", artifact},
      {"artefacto", artifact},
      {"artefactos", artifact},
      {"noisy", artifact},
      {"electrode off", artifact},
      {"electrode pop", artifact},
      {"loose electrode", artifact},
      {"lead off", artifact},
      {"leads off", artifact},
      {"electrode decollee", artifact},
      {"electrode debranchee", artifact},
      {"elektrode lose", artifact},
      {"signal lost", artifact},
      {"signal loss", artifact},
      {"perte de signal", artifact},
      {"perte du signal", artifact},
      {"signalverlust", artifact},
      {"artifact free", usable},
      {"artefact free", usable},
      {"artifacts free", usable},
      {"impedance", impedance},
      {"impedances", impedance},
      {"impedanz", impedance},
      {"impedanzen", impedance},
      {"impedanzmessung", impedance},
      {"impedanzprufung", impedance},
      {"impedancia", impedance},
      {"impedancias", impedance},
      {"calibration", calibration},
      {"kalibrierung", calibration},
      {"eichung", calibration},
      {"calibracion", calibration},
      {"calibrage", calibration},
      {"etalonnage", calibration},
  };
}

MarkKind read_time_mark(std::string_view text, const MarkSettings& settings) {
  return kind_of(text, read_rules(settings), settings);
}

std::vector<Interval> TimeMarks::stretches() const {
  std::vector<Interval> all;
  for (const MarkedStretch& one : marked) all.push_back({one.start_s, one.end_s});
  return unite(std::move(all));
}

namespace {

/// Collects what annotations and flags say, as it comes.
class Marks {
 public:
  Marks(double end_s, const MarkSettings& settings, const PhaseSettings& phases)
      : end_s_(end_s), settings_(settings), phases_(phases), rules_(read_rules(settings)) {}

  void add(const StatusFlags& flags) {
    for (const Ticks epoch : flags.new_epochs) joins_s_.push_back(seconds(epoch));
    for (const FlagStretch& lost : flags.cms_lost)
      mark(seconds(lost.start), seconds(lost.end), MarkKind::reference);
  }

  void add(const Annotation& annotation) {
    const MarkKind kind = kind_of(annotation.text, rules_, settings_);
    const double onset_s = seconds(annotation.onset);
    if (kind == MarkKind::usable) return;
    if (kind == MarkKind::join)
      joins_s_.push_back(onset_s);
    else if (annotation.duration && *annotation.duration > 0)
      mark(onset_s, onset_s + seconds(*annotation.duration), kind);
    else
      add_point(onset_s, kind, edge_of(annotation.text, phases_));
  }

  TimeMarks finish(std::span<const Interval> segments) {
    for (const auto& open_s : open_s_) found_.without_duration += open_s ? 1 : 0;
    find_joins(std::move(joins_s_), segments, found_);
    std::stable_sort(found_.marked.begin(), found_.marked.end(),
                     [](const auto& a, const auto& b) { return a.start_s < b.start_s; });
    if (!settings_.leave_out) found_.marked.clear();
    if (!settings_.split) found_.joins_s.clear();
    tell_marks(found_);
    return std::move(found_);
  }

 private:
  void mark(double from_s, double to_s, MarkKind kind) {
    from_s = std::max(0.0, from_s);
    to_s = std::min(end_s_, to_s);
    if (to_s > from_s) found_.marked.push_back({from_s, to_s, kind});
  }

  void add_point(double onset_s, MarkKind kind, Edge edge) {
    auto& open_s = open_s_[static_cast<std::size_t>(kind)];
    if (edge == Edge::start) {
      open_s = open_s.value_or(onset_s);
    } else if (edge == Edge::end && open_s) {
      mark(*open_s, onset_s, kind);
      open_s.reset();
    } else if (kind != MarkKind::impedance && kind != MarkKind::calibration) {
      // A bare "IMPEDANCE-REFERENCE" names a check that was made, and calls nothing bad.
      ++found_.without_duration;
    }
  }

  double end_s_;
  const MarkSettings& settings_;
  const PhaseSettings& phases_;
  std::vector<ReadRule> rules_;
  std::vector<double> joins_s_;
  std::array<std::optional<double>, enum_names(MarkKind{}).size()> open_s_;  ///< of each kind: since when
  TimeMarks found_;
};

}  // namespace

TimeMarks find_time_marks(std::span<const Annotation> annotations, const StatusFlags& flags,
                          std::span<const Interval> segments, const MarkSettings& settings,
                          const PhaseSettings& phases) {
  if (segments.empty()) return {};
  Marks marks(segments.back().end_s, settings, phases);
  marks.add(flags);
  for (const Annotation& annotation : annotations) marks.add(annotation);
  return marks.finish(segments);
}

}  // namespace attune::edf
