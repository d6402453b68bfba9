#include "edf/marks.hpp"

#include <algorithm>
#include <optional>

#include "base/sort_by.hpp"
#include "edf/edge_signs.hpp"
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
  for (std::size_t at = 0; at < at_channel.size();) {
    const std::size_t sign = sign_bytes(at_channel, at);
    const char c = at_channel[at];
    const bool big = c >= 'A' && c <= 'Z', part = sign == 0 && static_cast<unsigned char>(c) >= 0x80;
    const bool small = c >= 'a' && c <= 'z';
    const bool behind_bad = small && words.back() == "BAD";  // "BADcrying"
    if ((!big && !small && !part) || (big && was_small) || behind_bad) words.emplace_back();
    if (big || small || part) words.back() += c;
    was_small = small;
    at += std::max<std::size_t>(sign, 1);
  }
  for (std::string& word : words) word = folded(word);
  std::erase(words, "");
  return words;
}

/// Who or what is spoken of before the mark itself.
bool is_subject(const std::string& word) {
  static constexpr std::string_view subjects[] = {
      "infant",      "baby", "child",  "bebe",     "enfant", "nourrisson", "the",      "le",
      "la",          "l",    "is",     "il",       "elle",   "kind",       "saugling", "das",
      "el",          "nino", "nina",   "comment",  "code",   "was",        "state",    "marked",
      "userdefined", "as",   "marque", "markiert", "es",     "sie",        "he",       "she",
      "interval",    "type", "event",  "urevent",  "mark",   "marker",     "trigger"};
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

bool is_among(const std::string& word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_among(const std::string& word, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Words without a meaning of their own between an edge and what it is of: "end of the crying", "has stopped".
bool is_between(const std::string& word) {
  static constexpr std::string_view words[] = {
      "of",  "to",  "a",   "an",  "at", "from", "any", "more", "longer", "has", "have", "is", "was",
      "are", "now", "de",  "des", "du", "d",    "et",  "est",  "sont",   "ont", "se",   "s",  "mit",
      "von", "dem", "den", "der", "zu", "auf",  "ist", "hat",  "mehr",   "del", "los",  "ha", "again"};
  return is_among(word, words);
}

/// "no crying", "ne pleure plus", "weint nicht mehr": that it is not so.
bool is_negation(const std::string& word) {
  static constexpr std::string_view words[] = {"no",    "not",    "non",     "pas",  "plus",
                                               "ne",    "n",      "without", "sans", "kein",
                                               "keine", "keinen", "nicht",   "ohne", "sin"};
  return is_among(word, words);
}

enum class Edge { none, start, end };

/// What stands before the mark itself: "stopped crying", "fin des pleurs", "hört auf zu weinen".
Edge edge_before(const std::string& word, const PhaseSettings& phases) {
  static constexpr std::string_view starts[] = {"fangt", "empieza", "met", "comienza"};
  static constexpr std::string_view ends[] = {"hort", "deja", "termina", "cesse", "ceases", "arrete"};
  if (is_among(word, phases.end_words) || is_among(word, ends)) return Edge::end;
  return is_among(word, phases.start_words) || is_among(word, starts) ? Edge::start : Edge::none;
}

/// Forms of the past, which end what stands before them whatever follows: "crying stopped, baby calm".
bool is_past_end(const std::string& word) {
  static constexpr std::string_view words[] = {
      "stopped",  "ended",  "finished", "ceased",  "fini",      "finis",  "finie",   "finies",    "termine",
      "termines", "arrete", "arretes",  "beendet", "aufgehort", "vorbei", "voruber", "terminado", "acabado"};
  return is_among(word, words);
}

/// What stands behind a mark: the last word, or a form of the past right behind it. `right_behind`: no word lies between
/// that may be what ends instead ("crying, lights off").
struct EdgeBehind {
  Edge edge = Edge::none;
  bool right_behind = false;
};

EdgeBehind edge_behind(const MarkWords& words, std::size_t at, const PhaseSettings& phases) {
  static constexpr std::string_view results[] = {"passed", "failed",
                                                 "done"};  // of an impedance check (Natus)
  while (at < words.size() && is_between(words[at])) ++at;
  if (at >= words.size()) return {};
  if (is_past_end(words[at]) || words[at] == "nicht") return {Edge::end, true};
  std::size_t last = words.size() - 1;
  while (last > at && is_between(words[last])) --last;
  if (is_among(words[last], phases.end_words) || is_past_end(words[last]) || is_among(words[last], results))
    return {Edge::end, last == at};
  return {is_among(words[last], phases.start_words) ? Edge::start : Edge::none, last == at};
}

/// What one text says: of what kind, and whether it begins or ends it. `negated`: that there is none. `may_last`: the
/// edge may be another thing's, where the mark has a duration of its own.
struct TimeMark {
  MarkKind kind = MarkKind::usable;
  Edge edge = Edge::none;
  bool negated = false;
  bool may_last = false;
  bool known = false;  ///< a rule speaks of it
};

/// "Sweat artifact", "eye movement artefacts start", "Schwitzartefakt": what it is of stands before.
TimeMark read_artifact(const MarkWords& words, const PhaseSettings& phases) {
  static constexpr std::string_view endings[] = {"artifact", "artifacts", "artefact",  "artefacts",
                                                 "artefakt", "artefakte", "artefacto", "artefactos"};
  static constexpr std::string_view free[] = {"free", "frei", "libre", "rejection", "removal"};
  constexpr std::size_t most_before = 3;
  for (std::size_t k = 0; k < words.size() && k <= most_before; ++k) {
    if (is_negation(words[k])) return {};
    const bool is_named = std::any_of(std::begin(endings), std::end(endings),
                                      [&](std::string_view ending) { return words[k].ends_with(ending); });
    if (!is_named) continue;
    if (k + 1 < words.size() && is_among(words[k + 1], free)) return {};
    TimeMark mark;
    mark.kind = MarkKind::artifact;
    mark.edge = edge_before(words.front(), phases);
    if (mark.edge != Edge::none) return mark;
    const EdgeBehind last = edge_behind(words, k + 1, phases);
    mark.edge = last.edge;
    mark.may_last = !last.right_behind;
    return mark;
  }
  return {};
}

TimeMark read_mark(std::string_view text, std::span<const ReadRule> rules, const MarkSettings& settings,
                   const PhaseSettings& phases) {
  const MarkWords words = mark_words(text);
  std::size_t at = 0;
  while (at < words.size() && is_subject(words[at])) ++at;
  Match found = match_at(words, at, rules);
  const bool is_first = found.length > 0;
  TimeMark mark;
  while (found.length == 0 && at < words.size()) {
    const bool negation = is_negation(words[at]);
    const Edge edge = negation ? Edge::end : edge_before(words[at], phases);
    if (edge == Edge::none && !is_between(words[at]) && !is_subject(words[at]))
      return settings.rules.empty() ? TimeMark() : read_artifact(words, phases);
    if (edge != Edge::none) mark.edge = edge;
    mark.negated |= negation && words[at] != "plus";  // "plus de mouvements" may be more of them
    found = match_at(words, ++at, rules);
  }
  if (found.length == 0 || (!is_first && mark.edge == Edge::none)) return {};
  if (found.kind == MarkKind::bad) {  // "BAD_crying": bad, and why
    const Match why = match_at(words, at + found.length, rules);
    if (why.length > 0 && why.kind != MarkKind::join && why.kind != MarkKind::usable) found.kind = why.kind;
  }
  std::size_t behind = at + found.length;
  if (found.kind == MarkKind::join &&
      words.size() - behind > static_cast<std::size_t>(settings.most_other_words))
    return {};
  mark.kind = found.kind;
  mark.known = true;
  if (mark.edge != Edge::none) return mark;
  // "BAD electrode off", "artifact: lead off": what is bad, of which nothing ends.
  while (const std::size_t more = match_at(words, behind, rules).length) behind += more;
  const EdgeBehind last = edge_behind(words, behind, phases);
  mark.edge = last.edge;
  mark.may_last = !last.right_behind;
  return mark;
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
    for (const Interval& stretch : united(std::move(stretches))) all_s += stretch.duration_s();
    if (all_s > 0)
      put("W_MARKED_BAD", Severity::warning,
          words::say<"timeline.marked">(
              {{"kind", words::as_is(std::string(name))}, {"time", words::duration(all_s)}}));
  }
  if (marks.without_duration > 0)
    put("N_MARK_POINT", Severity::note, words::say<"timeline.points">({{"count", marks.without_duration}}));
}

}  // namespace

MarkKind read_time_mark(std::string_view text, const MarkSettings& settings, const PhaseSettings& phases) {
  const TimeMark mark = read_mark(text, read_rules(settings), settings, phases);
  return mark.negated ? MarkKind::usable : mark.kind;
}

bool is_marked(std::string_view text, const MarkSettings& settings, const PhaseSettings& phases) {
  const TimeMark mark = read_mark(text, read_rules(settings), settings, phases);
  return mark.known || mark.negated || mark.kind != MarkKind::usable;
}

std::vector<Interval> TimeMarks::stretches() const {
  std::vector<Interval> all;
  for (const MarkedStretch& one : marked) all.push_back({one.start_s, one.end_s});
  return united(std::move(all));
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
    const TimeMark read = read_mark(annotation.text, rules_, settings_, phases_);
    const double onset_s = seconds(annotation.onset);
    const double duration_s = annotation.duration ? seconds(*annotation.duration) : 0;
    if (read.kind == MarkKind::usable) return;
    // Of an edge, a duration below that of any part is the length of an event.
    const bool point =
        duration_s <= same_instant_s || (read.edge != Edge::none && duration_s < phases_.shortest_s);
    if (read.kind == MarkKind::join) {
      if (!read.negated) joins_s_.push_back(onset_s);
    } else if (point || read.negated || (read.edge == Edge::end && !read.may_last && !is_check(read.kind))) {
      add_point(onset_s, read);
    } else {
      mark(onset_s, onset_s + duration_s, read.kind);
    }
  }

  TimeMarks finish(std::span<const Interval> segments) {
    for (const auto& open_s : open_s_) found_.without_duration += open_s ? 1 : 0;
    find_joins(std::move(joins_s_), segments, found_);
    sort_by(found_.marked, &MarkedStretch::start_s);
    if (!settings_.leave_out) found_.marked.clear();
    if (!settings_.split) found_.joins_s.clear();
    tell_marks(found_);
    return std::move(found_);
  }

 private:
  /// A mark that lasts names the check itself, whatever came out of it.
  static bool is_check(MarkKind kind) { return kind == MarkKind::impedance || kind == MarkKind::calibration; }

  void mark(double from_s, double to_s, MarkKind kind) {
    from_s = std::max(0.0, from_s);
    to_s = std::min(end_s_, to_s);
    if (to_s > from_s) found_.marked.push_back({from_s, to_s, kind});
  }

  /// "crying … crying stopped": a mark without an edge begins what the next one ends.
  void add_point(double onset_s, const TimeMark& read) {
    auto& open_s = open_s_[static_cast<std::size_t>(read.kind)];
    auto& bare_s = bare_s_[static_cast<std::size_t>(read.kind)];
    // A bare "IMPEDANCE-REFERENCE" names a check that was made, and calls nothing bad.
    const bool counts = !is_check(read.kind);
    if (read.edge == Edge::start) {
      open_s = open_s.value_or(onset_s);
      bare_s.reset();
    } else if (read.edge == Edge::end) {
      if (!open_s && bare_s && counts) --found_.without_duration;
      const auto from_s = open_s ? open_s : bare_s;
      if (from_s)
        mark(*from_s, onset_s, read.kind);
      else if (counts && !read.negated)
        ++found_.without_duration;
      open_s.reset();
      bare_s.reset();
    } else {
      found_.without_duration += counts ? 1 : 0;
      if (!open_s) bare_s = onset_s;
    }
  }

  double end_s_;
  const MarkSettings& settings_;
  const PhaseSettings& phases_;
  std::vector<ReadRule> rules_;
  std::vector<double> joins_s_;
  using Times = std::array<std::optional<double>, enum_names(MarkKind{}).size()>;
  Times open_s_;  ///< of each kind: since when
  Times bare_s_;  ///< of each kind: its last mark without an edge
  TimeMarks found_;
};

}  // namespace

TimeMarks find_time_marks(std::span<const Annotation> annotations, const StatusFlags& flags,
                          std::span<const Interval> segments, const MarkSettings& settings,
                          const PhaseSettings& phases) {
  if (segments.empty()) return {};
  Marks marks(segments.back().end_s, settings, phases);
  marks.add(flags);
  for (const Annotation& annotation : with_edges_in_words(annotations, phases)) marks.add(annotation);
  return marks.finish(segments);
}

}  // namespace attune::edf
