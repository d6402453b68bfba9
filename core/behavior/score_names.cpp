#include "behavior/score_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "tables/missing.hpp"
#include "tables/visit_name.hpp"

namespace attune::behavior {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& name) {
  Words words;
  std::string plain = plain_name(name);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Spelling {
  const char* words;
  const char* scale;  ///< without the rater where the IBQ-R's
};

/// Spellings, longer ones before those they begin with. Usual abbreviations of the questionnaires' manuals.
/// Those of the IBQ-R that no other column would have:
constexpr std::array ibq_names{
    Spelling{"low intensity pleasure", "low_intensity_pleasure"},
    Spelling{"cuddliness", "cuddliness"},
    Spelling{"duration of orienting", "duration_of_orienting"},
    Spelling{"duration orienting", "duration_of_orienting"},
    Spelling{"soothability", "soothability"},
    Spelling{"sooth", "soothability"},
    Spelling{"orienting regulatory capacity", "orc"},
    Spelling{"orienting regulation", "orc"},
    Spelling{"regulatory capacity", "orc"},
    Spelling{"orc", "orc"},
    Spelling{"activity level", "activity_level"},
    Spelling{"distress to limitations", "distress_to_limitations"},
    Spelling{"distress limitations", "distress_to_limitations"},
    Spelling{"smiling and laughter", "smiling_and_laughter"},
    Spelling{"smiling laughter", "smiling_and_laughter"},
    Spelling{"vocal reactivity", "vocal_reactivity"},
    Spelling{"perceptual sensitivity", "perceptual_sensitivity"},
    Spelling{"high intensity pleasure", "high_intensity_pleasure"},
    Spelling{"falling reactivity", "falling_reactivity"},
};

/// Those that mean it only beside the questionnaire's own name:
constexpr std::array ibq_short_names{
    Spelling{"low pleasure", "low_intensity_pleasure"},
    Spelling{"lip", "low_intensity_pleasure"},
    Spelling{"lp", "low_intensity_pleasure"},
    Spelling{"cuddle", "cuddliness"},
    Spelling{"cudd", "cuddliness"},
    Spelling{"cud", "cuddliness"},
    Spelling{"duration", "duration_of_orienting"},
    Spelling{"doo", "duration_of_orienting"},
    Spelling{"do", "duration_of_orienting"},
    Spelling{"soo", "soothability"},
    Spelling{"regulation", "orc"},
    Spelling{"activity", "activity_level"},
    Spelling{"act", "activity_level"},
    Spelling{"dtl", "distress_to_limitations"},
    Spelling{"approach", "approach"},
    Spelling{"app", "approach"},
    Spelling{"fear", "fear"},
    Spelling{"smil", "smiling_and_laughter"},
    Spelling{"sl", "smiling_and_laughter"},
    Spelling{"vocal", "vocal_reactivity"},
    Spelling{"voc", "vocal_reactivity"},
    Spelling{"sadness", "sadness"},
    Spelling{"sad", "sadness"},
    Spelling{"perc", "perceptual_sensitivity"},
    Spelling{"high pleasure", "high_intensity_pleasure"},
    Spelling{"hip", "high_intensity_pleasure"},
    Spelling{"hp", "high_intensity_pleasure"},
    Spelling{"rate of recovery", "falling_reactivity"},
    Spelling{"fall", "falling_reactivity"},
    Spelling{"fr", "falling_reactivity"},
};

constexpr std::array mother_spellings{
    Spelling{"epds item 10", "epds_item_10"},
    Spelling{"epds item10", "epds_item_10"},
    Spelling{"epds q10", "epds_item_10"},
    Spelling{"epds 10", "epds_item_10"},
    Spelling{"epds10", "epds_item_10"},
    Spelling{"epds", "epds"},
    Spelling{"edinburgh postnatal depression", "epds"},
    Spelling{"edinburgh", "epds"},
    Spelling{"pbq impaired bonding", "pbq_impaired_bonding"},
    Spelling{"pbq bonding", "pbq_impaired_bonding"},
    Spelling{"pbq factor 1", "pbq_impaired_bonding"},
    Spelling{"pbq factor1", "pbq_impaired_bonding"},
    Spelling{"pbq f1", "pbq_impaired_bonding"},
    Spelling{"pbq rejection and anger", "pbq_rejection_anger"},
    Spelling{"pbq rejection anger", "pbq_rejection_anger"},
    Spelling{"pbq rejection", "pbq_rejection_anger"},
    Spelling{"pbq factor 2", "pbq_rejection_anger"},
    Spelling{"pbq factor2", "pbq_rejection_anger"},
    Spelling{"pbq f2", "pbq_rejection_anger"},
    Spelling{"pbq anxiety about care", "pbq_anxiety_care"},
    Spelling{"pbq anxiety care", "pbq_anxiety_care"},
    Spelling{"pbq anxiety", "pbq_anxiety_care"},
    Spelling{"pbq factor 3", "pbq_anxiety_care"},
    Spelling{"pbq factor3", "pbq_anxiety_care"},
    Spelling{"pbq f3", "pbq_anxiety_care"},
    Spelling{"pbq risk of abuse", "pbq_risk_abuse"},
    Spelling{"pbq risk abuse", "pbq_risk_abuse"},
    Spelling{"pbq abuse", "pbq_risk_abuse"},
    Spelling{"pbq factor 4", "pbq_risk_abuse"},
    Spelling{"pbq factor4", "pbq_risk_abuse"},
    Spelling{"pbq f4", "pbq_risk_abuse"},
    Spelling{"pbq", "pbq"},
    Spelling{"psi sf parental distress", "psi_sf_distress"},
    Spelling{"psi sf distress", "psi_sf_distress"},
    Spelling{"psi sf pd", "psi_sf_distress"},
    Spelling{"psi sf parent child dysfunctional interaction", "psi_sf_interaction"},
    Spelling{"psi sf dysfunctional interaction", "psi_sf_interaction"},
    Spelling{"psi sf interaction", "psi_sf_interaction"},
    Spelling{"psi sf p cdi", "psi_sf_interaction"},
    Spelling{"psi sf pcdi", "psi_sf_interaction"},
    Spelling{"psi sf difficult child", "psi_sf_difficult_child"},
    Spelling{"psi sf dc", "psi_sf_difficult_child"},
    Spelling{"psi sf total stress", "psi_sf"},
    Spelling{"psi sf stress", "psi_sf"},
    Spelling{"psi sf", "psi_sf"},
};

template <std::size_t N>
bool among(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_filler(const std::string& word) {
  constexpr std::array<std::string_view, 40> fillers{"total",
                                                     "score",
                                                     "scores",
                                                     "sum",
                                                     "scale",
                                                     "tot",
                                                     "raw",
                                                     "rating",
                                                     "report",
                                                     "rated",
                                                     "reported",
                                                     "value",
                                                     "sumscore",
                                                     "by",
                                                     "of",
                                                     "subscale",
                                                     "overall",
                                                     "somme",
                                                     "totale",
                                                     "summe",
                                                     "gesamt",
                                                     "skala",
                                                     "questionnaire",
                                                     "gesamtwert",
                                                     "gesamtscore",
                                                     "summenwert",
                                                     "summenscore",
                                                     "wert",
                                                     "échelle",
                                                     "fragebogen",
                                                     "totalscore",
                                                     "ges",
                                                     "punktzahl",
                                                     "gesamtpunktzahl",
                                                     "punkte",
                                                     "punktwert",
                                                     "points",
                                                     "pts",
                                                     "totaal",
                                                     "punteggio"};
  return among(word, fillers);
}

bool is_sum(const std::string& word) {
  constexpr std::array<std::string_view, 12> sums{"total",    "totale",      "tot",        "sum",
                                                  "sumscore", "somme",       "totaal",     "summe",
                                                  "gesamt",   "gesamtscore", "totalscore", "ges"};
  return among(word, sums);
}

/// Of the IBQ-R's scales, which are all the infant's, such a word says nothing; a mother's scale is not an infant's.
bool is_infant(const std::string& word) {
  return word == "infant" || word == "baby";
}

bool is_mean(const std::string& word) {
  constexpr std::array<std::string_view, 7> means{"mean", "avg",        "average", "moyenne",
                                                  "moy",  "mittelwert", "mw"};
  return among(word, means);
}

std::string rater_of(const std::string& word) {
  constexpr std::array<std::string_view, 20> mother{
      "mother", "mom",   "mum",   "maternal", "m",     "mo",   "mother's", "mothers", "mutter", "mère",
      "mere",   "maman", "madre", "mama",     "mamma", "mamá", "moeder",   "mãe",     "mor",    "mommy"};
  constexpr std::array<std::string_view, 25> partner{
      "partner",  "father", "dad",      "paternal",  "p",     "f",     "fa",      "par", "coparent",
      "partners", "vater",  "père",     "pere",      "papa",  "vader", "padre",   "pai", "daddy",
      "husband",  "spouse", "conjoint", "conjointe", "pappa", "papá",  "father's"};
  return among(word, mother) ? "mother" : among(word, partner) ? "partner" : "";
}

bool is_number(const std::string& word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

/// "3", "q3", "item3", "i3", "III": an item of a questionnaire.
bool is_item(const std::string& word) {
  if (word == "item" || roman_number(word) > 0) return true;
  const std::size_t digit = word.find_first_of("0123456789");
  if (digit == std::string::npos || !is_number(word.substr(digit))) return false;
  constexpr std::array<std::string_view, 4> names{"", "q", "i", "item"};
  return among(word.substr(0, digit), names);
}

/// Parts what is written together: "epds1", "pbqtotal", "epdst0".
void part(Words& words) {
  constexpr std::array<std::string_view, 6> instruments{"epds", "pbq", "psisf", "psi", "ibqr", "ibq"};
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const std::string_view name : instruments) {
      if (!words[i].starts_with(name)) continue;
      const std::string rest = words[i].substr(name.size());
      const bool known = is_filler(rest) || is_mean(rest) || !rater_of(rest).empty() || is_item(rest) ||
                         tables::names_visit(rest);
      if (rest.empty() || !known) continue;
      words[i] = name;
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
      break;
    }
}

/// Writes the questionnaires' names in one way: "psisf", "psi", "ibqr", "ibq r sf" and so on. True where a PSI is not said
/// to be its short form.
bool normalize(Words& words) {
  const auto join = [&](std::initializer_list<const char*> from, const char* to) {
    const Words pattern(from.begin(), from.end());
    const auto at = std::search(words.begin(), words.end(), pattern.begin(), pattern.end());
    if (at == words.end()) return false;
    *at = to;
    words.erase(at + 1, at + static_cast<std::ptrdiff_t>(pattern.size()));
    return true;
  };
  bool is_short = false;
  for (std::string& word : words) {
    if (word == "psi4sf" || word == "psisf4") word = "psisf";
    if (word == "ibqr" || word == "ibqrsf" || word == "ibqrvsf") word = "ibq";
    if (word == "psisf") {
      word = "psi";
      is_short = true;
    }
  }
  join({"ibq", "r"}, "ibq");
  join({"ibq", "vsf"}, "ibq");
  join({"ibq", "sf"}, "ibq");
  join({"infant", "behavior", "questionnaire", "revised"}, "ibq");
  join({"infant", "behavior", "questionnaire"}, "ibq");
  join({"postpartum", "bonding", "questionnaire"}, "pbq");
  join({"parenting", "stress", "index"}, "psi");
  join({"psi", "4"}, "psi");
  is_short = join({"psi", "short", "form"}, "psi") || join({"psi", "sf"}, "psi") || is_short;
  join({"follow", "up"}, "followup");
  const auto psi = std::find(words.begin(), words.end(), "psi");
  if (psi == words.end()) return false;
  words.insert(psi + 1, "sf");
  return !is_short;
}

/// Takes the words of a spelling out, where they stand together; false if they do not.
bool take_out(Words& words, const Words& pattern) {
  const auto at = std::search(words.begin(), words.end(), pattern.begin(), pattern.end());
  if (at == words.end()) return false;
  words.erase(at, at + static_cast<std::ptrdiff_t>(pattern.size()));
  return true;
}

struct SpelledWords {
  Words words;
  const char* scale;
};

/// Spellings taken apart; a table of thousands of columns asks for each of them.
template <std::size_t N>
std::vector<SpelledWords> taken_apart(const std::array<Spelling, N>& spellings) {
  std::vector<SpelledWords> apart;
  for (const Spelling& spelling : spellings) apart.push_back({words_of(spelling.words), spelling.scale});
  return apart;
}

std::string take_scale(Words& words, const std::vector<SpelledWords>& spellings) {
  for (const SpelledWords& spelling : spellings)
    if (take_out(words, spelling.words)) return spelling.scale;
  return "";
}

/// One of the user's own scales, by its name as given.
bool is_own(const std::string& plain, const Scale& scale) {
  const auto is = [&](const std::string& name) {
    return plain.size() <= name.size() && plain == plain_name(name);  // plain names are no longer than others
  };
  return is(scale.id) || (!scale.title.empty() && is(scale.title.english()));
}

/// Joins what names one visit: "9 weeks", "visit 2". A letter alone is a rater before it is a unit of time.
void join_visits(Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string &first = words[i], &second = words[i + 1];
    const bool named = is_number(second) && !is_number(first) && rater_of(first).empty();
    // In "epds 3 t1" the number is an item's, and t1 the visit.
    const bool timed =
        is_number(first) && second.size() > 1 && rater_of(second).empty() && !tables::names_visit(second);
    if ((!named && !timed) || !tables::names_visit(first + second)) continue;
    words[i] += second;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// What is left once the scale is out: raters, visits and fillers, else why the scale is not meant.
NotMeant read_rest(Words words, bool of_infant, NamedScale& named, std::string& rater) {
  join_visits(words);
  bool of_treatment = false;
  for (const std::string& word : words) {
    if (word == "ibq" || is_filler(word) || (of_infant && is_infant(word))) continue;
    if (tables::is_of_treatment(word)) {
      named.word = word;
      of_treatment = true;
      continue;
    }
    if (is_mean(word)) {
      named.mean = true;
      continue;
    }
    const std::string found = rater_of(word);
    if (found.empty() && tables::names_visit(word)) {
      named.visit += (named.visit.empty() ? "" : " ") + word;
      continue;
    }
    named.word = word;
    if (found.empty() || !rater.empty()) return is_item(word) ? NotMeant::item : NotMeant::other_words;
    rater = found;
  }
  return of_treatment && named.visit.empty() ? NotMeant::other_words : NotMeant::meant;
}

/// The scale that a name holds, and whose it is; empty: none.
struct Held {
  std::string scale;
  bool of_infant = false;  ///< the IBQ-R's, which mother or partner may rate
};

Held take_held(Words& words) {
  static const auto of_mother = taken_apart(mother_spellings), of_ibq = taken_apart(ibq_names),
                    short_of_ibq = taken_apart(ibq_short_names);
  if (std::string scale = take_scale(words, of_mother); !scale.empty()) {
    // The EPDS is also called EPDS-10, and its total has no item.
    if (scale == "epds_item_10" && std::any_of(words.begin(), words.end(), is_sum)) scale = "epds";
    return {std::move(scale)};
  }
  std::string scale = take_scale(words, of_ibq);
  const bool named = std::find(words.begin(), words.end(), "ibq") != words.end();
  if (scale.empty() && named) scale = take_scale(words, short_of_ibq);
  return {scale.empty() && named ? "ibq" : std::move(scale), true};
}

/// Without the range that stands behind a name: "EPDS total (0-30)".
std::string without_range(const std::string& column) {
  const std::size_t open = column.find_last_of("([");
  if (open == std::string::npos || open == 0 || column.find_first_of(")]", open) + 1 != column.size())
    return column;
  const std::string inside = plain_name(column.substr(open));
  const bool letters = std::any_of(inside.begin(), inside.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool range = !letters && inside.size() > 2 && is_digit(inside.front()) && is_digit(inside.back()) &&
                     !is_number(inside);
  return range ? column.substr(0, open) : column;
}

}  // namespace

NamedScale scale_meant(const std::string& column, std::span<const Scale> scales) {
  const std::string plain = plain_name(column);
  Words words = words_of(without_range(column));
  if (column.find('%') != std::string::npos) words.emplace_back("%");
  NamedScale named;
  for (const Scale& scale : scales)
    if (is_own(plain, scale)) {
      named.scale = named.near = scale.id;
      return named;
    }
  if (words.size() > 1 && words.front()[0] == 'q' && is_item(words.front())) words.erase(words.begin());
  part(words);
  named.form_assumed = normalize(words);
  const Held held = take_held(words);
  if (held.scale.empty()) return named;
  std::string rater;
  named.why = read_rest(words, held.of_infant, named, rater);
  if (named.why == NotMeant::meant && held.scale == "ibq") named.why = NotMeant::other_words;
  if (named.why == NotMeant::meant && !held.of_infant && rater == "partner")
    named.why = NotMeant::other_rater;
  if (named.why == NotMeant::meant && !held.of_infant && named.mean) named.why = NotMeant::mean;
  named.near = held.scale;
  if (named.why != NotMeant::meant) return named;
  named.rater_assumed = held.of_infant && rater.empty();
  named.scale = held.of_infant ? held.scale + "_" + (rater.empty() ? "mother" : rater) : held.scale;
  return named;
}

int roman_number(std::string_view word) {
  constexpr std::array<std::string_view, 4> numbers{"i", "ii", "iii", "iv"};
  const auto found = std::find(numbers.begin(), numbers.end(), lower(word));
  return found == numbers.end() ? 0 : static_cast<int>(found - numbers.begin()) + 1;
}

bool names_rater(std::string_view word) {
  return !rater_of(plain_name(word)).empty();
}

std::string rater_named(std::string_view word) {
  return rater_of(plain_name(word));
}

std::string_view parent_in(std::string_view cell) {
  return names_rater(cell) ? cell : std::string_view();
}

std::string rater_key(std::string_view cell) {
  const std::string written = plain_name(cell);
  if (written.empty() || tables::says_no_number(cell) || written == "self") return "mother";
  if (const std::string known = rater_of(written); !known.empty()) return known;
  for (const std::string_view kin : {"biological ", "birth "}) {
    if (!written.starts_with(kin)) continue;
    if (const std::string known = rater_of(written.substr(kin.size())); !known.empty()) return known;
  }
  return written;
}

std::string with_rater(const std::string& name, std::string_view rater) {
  if (rater.empty()) return name;
  const std::string key = rater_key(rater);
  const NamedScale meant = scale_meant(name + " " + key, known_scales());
  if (!meant.scale.empty() && meant.visit.empty()) return meant.scale;
  return key == "mother" ? name : name + "_" + key;
}

std::string with_part(const std::string& name, std::string_view part) {
  if (tables::says_missing(part)) return name;
  const NamedScale held = scale_meant(name, known_scales());
  const bool holds_scale = !held.scale.empty() || !held.near.empty();
  return holds_scale ? name + " " + std::string(part) : name;
}

}  // namespace attune::behavior
