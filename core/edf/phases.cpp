#include "edf/phases.hpp"

#include <algorithm>
#include <optional>

#include "base/words.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// A word of a text and where it stands.
struct Word {
  std::string text;
  std::size_t begin = 0, end = 0;
};

/// Words in lower case; digits at the end of a word are a word of their own ("SF2"), also after a change of
/// case within it ("StillFace").
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_part = [&](char c) {
    return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t sign = sign_bytes(text, at); sign > 0 || !is_part(text[at])) {
      at += std::max<std::size_t>(sign, 1);
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_part(text[end]) && sign_bytes(text, end) == 0 &&
           !(end > at && is_upper(text[end]) && is_lower(text[end - 1])))
      ++end;
    std::size_t digits = end;
    while (digits > at && is_digit(text[digits - 1])) --digits;
    if (digits > at && digits < end) out.push_back({folded(text.substr(at, digits - at)), at, digits});
    const std::size_t rest = digits > at && digits < end ? digits : at;
    out.push_back({folded(text.substr(rest, end - rest)), rest, end});
    at = end;
  }
  return out;
}

bool among(const std::string& word, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Words that go with a phase's name without changing what it is.
bool is_filler(const std::string& word) {
  static constexpr std::string_view fillers[] = {
      "phase",  "episode", "period",  "condition",  "block", "task",   "trial",  "segment", "part",
      "of",     "the",     "with",    "and",        "a",     "mother", "infant", "mom",     "baby",
      "minute", "minutes", "min",     "s",          "sec",   "eyes",   "open",   "closed",  "state",
      "marker", "event",   "periode", "avec",       "de",    "du",     "la",     "le",      "et",
      "mere",   "maman",   "bebe",    "nourrisson", "yeux",  "status"};
  return std::all_of(word.begin(), word.end(), is_digit) ||
         std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

/// Where the words of a rule stand next to each other; the number of words if nowhere.
std::size_t find_rule(const std::vector<Word>& words, const std::vector<Word>& rule) {
  for (std::size_t at = 0; !rule.empty() && at + rule.size() <= words.size(); ++at) {
    bool same = true;
    for (std::size_t i = 0; i < rule.size(); ++i) same &= words[at + i].text == rule[i].text;
    if (same) return at;
  }
  return words.size();
}

/// The text from its first to its last word that is no start or end word.
std::string name_without_marks(std::string_view text, const std::vector<Word>& words,
                               const PhaseSettings& settings) {
  const auto is_mark = [&](const Word& word) {
    return among(word.text, settings.start_words) || among(word.text, settings.end_words);
  };
  std::size_t first = 0, last = words.size();
  while (first < last && is_mark(words[first])) ++first;
  while (last > first && is_mark(words[last - 1])) --last;
  if (first == last) return std::string(trim(text));
  const std::size_t begin = words[first].begin, end = words[last - 1].end;
  const std::string_view name = text.substr(begin, end - begin);
  // "Episode 2 (SF)" keeps its bracket.
  const bool bracket = text.substr(end).starts_with(')') && name.find('(') != std::string_view::npos &&
                       name.find(')') == std::string_view::npos;
  return std::string(text.substr(begin, name.size() + (bracket ? 1 : 0)));
}

/// "Pre-SF", "après still-face", "vor Still Face": what lies before or behind the part that the next word names.
bool is_beside(const std::string& word) {
  static constexpr std::string_view words[] = {"pre",   "post", "before", "after", "avant",
                                               "apres", "vor",  "nach",   "antes", "despues"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// "Explaining still face", "SF instructions", "transition to SF": what is done about a part, not the part.
bool is_about(const std::string& word) {
  static constexpr std::string_view words[] = {
      "explain",       "explains",     "explained",     "explaining",   "explanation",
      "instruction",   "instructions", "instruct",      "instructing",  "instructed",
      "prepare",       "prepares",     "preparing",     "preparation",  "prep",
      "practice",      "practise",     "rehearsal",     "setup",        "ready",
      "waiting",       "wait",         "until",         "transition",   "skip",
      "skipped",       "without",      "not",           "next",         "consigne",
      "consignes",     "explication",  "explications",  "explique",     "passage",
      "attente",       "sans",         "pas",           "erklarung",    "erklart",
      "anleitung",     "instruktion",  "instruktionen", "vorbereitung", "ubergang",
      "ohne",          "kein",         "keine",         "nicht",        "instruccion",
      "instrucciones", "explicacion",  "preparacion",   "transicion",   "sin"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Names of a part that also say what is or happens within another: "drops toy", "baby quiet now". They begin one where they
/// stand alone.
bool is_weak(const std::string& word) {
  return word == "toy" || word == "toys" || word == "quiet" || word == "still" || word == "re" ||
         word == "base" || word == "repair";
}

bool is_task(PhaseKind kind) {
  return kind == PhaseKind::stranger || kind == PhaseKind::play || kind == PhaseKind::still_face;
}

}  // namespace

std::vector<PhaseRule> default_phase_rules() {
  using enum PhaseKind;
  struct Spelling {
    std::string_view words;
    PhaseKind kind;
  };
  // A table weighs less in the page than code that makes each rule.
  static constexpr Spelling usual[] = {
      {"rest", rest},
      {"resting", rest},
      {"resting state", rest},
      {"baseline", rest},
      {"base line", rest},
      {"base", rest},
      {"bl", rest},
      {"bsl", rest},
      {"quiet", rest},
      {"quiet alert", rest},
      {"ligne de base", rest},
      {"niveau de base", rest},
      {"repos", rest},
      {"ruhe", rest},
      {"ruhephase", rest},
      {"ruhemessung", rest},
      {"ruhebedingung", rest},
      {"grundlinie", rest},
      {"ldb", rest},
      {"linea base", rest},
      {"linea de base", rest},
      {"reposo", rest},
      {"stranger", stranger},
      {"stranger approach", stranger},
      {"stranger toy", stranger},
      {"stranger play", stranger},
      {"stranger with toy", stranger},
      {"toy", stranger},
      {"toys", stranger},
      {"toy play", stranger},
      {"novel toy", stranger},
      {"etranger", stranger},
      {"etrangere", stranger},
      {"personne etrangere", stranger},
      {"fremde person", stranger},
      {"play", play},
      {"free play", play},
      {"freeplay", play},
      {"ff", play},
      {"ffp", play},
      {"f2f", play},
      {"ftf", play},
      {"ff play", play},
      {"face to face", play},
      {"face to face play", play},
      {"jeu", play},
      {"jeu libre", play},
      {"interaction libre", play},
      {"face a face", play},
      {"spiel", play},
      {"freies spiel", play},
      {"freispiel", play},
      {"spielphase", play},
      {"spielepisode", play},
      {"juego", play},
      {"juego libre", play},
      {"cara a cara", play},
      {"visage fixe", still_face},
      {"visage immobile", still_face},
      {"visage neutre", still_face},
      {"visage impassible", still_face},
      {"visage fige", still_face},
      {"visage inexpressif", still_face},
      {"starres gesicht", still_face},
      {"unbewegtes gesicht", still_face},
      {"cara inmovil", still_face},
      {"cara inexpresiva", still_face},
      {"rostro inmovil", still_face},
      {"neutral face", still_face},
      {"still face", still_face},
      {"still", still_face},
      {"stillface", still_face},
      {"still faced", still_face},
      {"sf", still_face},
      {"stillgesicht", still_face},
      {"reunion", reunion},
      {"reunion play", reunion},
      {"re union", reunion},
      {"resumed interaction", reunion},
      {"resumed play", reunion},
      {"reun", reunion},
      {"reu", reunion},
      {"re engagement", reunion},
      {"reengagement", reunion},
      {"re engage", reunion},
      {"re", reunion},
      {"re 1", reunion},
      {"re 2", reunion},
      {"repair", reunion},
      {"resume play", reunion},
      {"resume interaction", reunion},
      {"resumption", reunion},
      {"retrouvailles", reunion},
      {"wiedervereinigung", reunion},
      {"wiederaufnahme", reunion},
      {"wiedersehen", reunion},
      {"reunion interaction", reunion},
      {"recovery interaction", reunion},
      {"reencuentro", reunion},
      {"reprise du jeu", reunion},
      {"reprise de l interaction", reunion},
      {"recuperation", recovery},
      {"erholung", recovery},
      {"recovery", recovery},
      {"recovery rest", recovery},
      {"recovery baseline", recovery},
      {"post rest", recovery},
      {"post task rest", recovery},
      {"post task baseline", recovery},
      {"post baseline", recovery},
      // The whole procedure, not one of its parts.
      {"still face paradigm", other},
      {"still face procedure", other},
      {"still face experiment", other},
      {"sf paradigm", other},
      {"sf procedure", other},
      // What every part is: it names one only where no other word does.
      {"interaction", play},
      {"interaktion", play},
      {"interaccion", play},
  };
  std::vector<PhaseRule> rules;
  for (const Spelling& one : usual) rules.push_back({std::string(one.words), one.kind});
  return rules;
}

namespace {

using RuleWords = std::vector<std::vector<Word>>;

/// The words of each rule, taken apart once for many texts.
RuleWords words_of_rules(const PhaseSettings& settings) {
  RuleWords words;
  for (const PhaseRule& rule : settings.rules) words.push_back(words_of(rule.words));
  return words;
}

PhaseMark read_mark(std::string_view text, const RuleWords& rules, const PhaseSettings& settings) {
  PhaseMark mark;
  text = text.substr(0, text.rfind("@@"));
  const std::vector<Word> words = words_of(text);
  std::size_t best_at = words.size(), best_length = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::vector<Word>& rule_words = rules[i];
    const std::size_t at = find_rule(words, rule_words);
    if (at == words.size() || rule_words.size() <= best_length) continue;
    // A rule of equal length that stands in another place does not win: the first in the table does.
    best_at = at;
    best_length = rule_words.size();
    mark.kind = settings.rules[i].kind;
  }
  bool ends = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool in_rule = i >= best_at && i < best_at + best_length;
    ends |= !in_rule && among(words[i].text, settings.end_words);
    const bool known = in_rule || is_filler(words[i].text) || among(words[i].text, settings.start_words) ||
                       among(words[i].text, settings.end_words);
    mark.other_words += known ? 0 : 1;
  }
  bool about = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool in_rule = i >= best_at && i < best_at + best_length;
    const bool negated = i < best_at && words[i].text == "no";  // "SF no 2" is the second
    about |= best_length > 0 && !in_rule && (negated || is_about(words[i].text));
  }
  const bool beside = about || (best_length > 0 && best_at > 0 && is_beside(words[best_at - 1].text));
  const bool weak = best_length == 1 && mark.other_words > 0 && is_weak(words[best_at].text);
  mark.recognised = best_length > 0 && !beside && !weak && mark.kind != PhaseKind::other &&
                    mark.other_words <= settings.most_other_words;
  mark.ends =
      ends && (mark.recognised || (best_length == 0 && mark.other_words <= settings.most_other_words));
  // The initial of a part (baseline, play, face to face, still-face, reunion) alone may begin it: "P", "SF", "R".
  constexpr std::string_view initials = "BPFSR";
  const bool has_word =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.text.size() > 1; }) ||
      (trim(text).size() == 1 && initials.find(trim(text).front()) != std::string_view::npos);
  const bool short_enough = mark.other_words <= settings.most_other_words;
  mark.unknown = has_word && (best_length == 0 || beside || weak) && !mark.ends && mark.other_words > 0 &&
                 (short_enough || about);
  mark.name = name_without_marks(text, words, settings);
  return mark;
}

}  // namespace

PhaseMark read_phase_mark(std::string_view text, const PhaseSettings& settings) {
  return read_mark(text, words_of_rules(settings), settings);
}

bool is_plain_phase_name(std::string_view name) {
  const PhaseSettings usual;
  std::vector<std::string> known;
  for (const PhaseRule& rule : usual.rules)
    for (Word& word : words_of(rule.words)) known.push_back(std::move(word.text));
  const auto words = words_of(name);
  return std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return is_filler(word.text) || among(word.text, known) || among(word.text, usual.start_words) ||
           among(word.text, usual.end_words);
  });
}

namespace {

/// Programs that give every event a length give it to marks of parts too: durations that are all one, and no part's.
bool are_lengths_of_events(std::span<const Annotation> annotations, const RuleWords& rules,
                           const PhaseSettings& settings) {
  constexpr double longest_event_s = 10;
  std::optional<Ticks> one;
  for (const Annotation& annotation : annotations) {
    if (!annotation.duration || seconds(*annotation.duration) < settings.shortest_s) continue;
    const PhaseMark mark = read_mark(annotation.text, rules, settings);
    if (!mark.recognised || mark.ends) continue;
    if (one && *one != *annotation.duration) return false;
    one = annotation.duration;
  }
  return one && seconds(*one) < longest_event_s;
}

/// Still-face studies play again after the still-face, which is the reunion under whatever name.
void name_reunions(std::vector<Phase>& phases) {
  const auto is_reunion = [](const Phase& phase) { return phase.kind == PhaseKind::reunion; };
  if (std::any_of(phases.begin(), phases.end(), is_reunion)) return;
  bool played = false;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const bool plays = phases[i].kind == PhaseKind::play;
    if (plays && played && phases[i - 1].kind == PhaseKind::still_face) phases[i].kind = PhaseKind::reunion;
    played |= plays;
  }
}

}  // namespace

std::vector<Phase> find_phases(std::span<const Annotation> annotations, double end_s,
                               const PhaseSettings& settings, std::span<const double> ends_s) {
  std::vector<Phase> phases;
  const RuleWords rules = words_of_rules(settings);
  const bool events = are_lengths_of_events(annotations, rules, settings);
  bool open = false;  // the last phase has neither duration nor end yet
  const auto close = [&](double at_s) {
    if (open) phases.back().end_s = std::max(phases.back().start_s, at_s);
    open = false;
  };
  const auto close_before = [&](double at_s) {  // at the first of ends_s that lies in the phase
    const auto first =
        open ? std::upper_bound(ends_s.begin(), ends_s.end(), phases.back().start_s) : ends_s.end();
    if (first != ends_s.end() && *first < at_s) close(*first);
  };
  for (const Annotation& annotation : annotations) {
    const PhaseMark mark = read_mark(annotation.text, rules, settings);
    const double onset_s = seconds(annotation.onset);
    close_before(onset_s);
    if (mark.ends) {
      if (open && (!mark.recognised || mark.kind == phases.back().kind)) close(onset_s);
      continue;
    }
    if (!mark.recognised) continue;
    const double duration_s = annotation.duration ? seconds(*annotation.duration) : 0;
    const bool lasting = !events && duration_s >= settings.shortest_s;
    const bool repeated = !phases.empty() && phases.back().kind == mark.kind &&
                          phases.back().name == mark.name &&
                          (open || onset_s <= phases.back().end_s + settings.shortest_s);
    if (repeated) {
      if (!open && lasting) phases.back().end_s = std::max(phases.back().end_s, onset_s + duration_s);
      continue;
    }
    close(onset_s);
    phases.push_back({mark.name, mark.kind, onset_s, lasting ? onset_s + duration_s : end_s});
    open = !lasting;
  }
  close_before(end_s);
  close(end_s);

  name_reunions(phases);
  bool rested = false, task_after_rest = false;
  for (Phase& phase : phases) {
    phase.start_s = std::max(phase.start_s, 0.0);
    phase.end_s = std::min(phase.end_s, end_s);
    if (phase.kind == PhaseKind::rest && task_after_rest) phase.kind = PhaseKind::recovery;
    rested |= phase.kind == PhaseKind::rest;
    task_after_rest |= rested && is_task(phase.kind);
  }
  std::erase_if(phases, [](const Phase& phase) { return !(phase.end_s > phase.start_s); });
  return phases;
}

}  // namespace attune::edf
