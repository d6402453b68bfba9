#include "behavior/score_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/csv.hpp"

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
    Spelling{"psi sf", "psi_sf"},
};

template <std::size_t N>
bool among(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_filler(const std::string& word) {
  constexpr std::array<std::string_view, 14> fillers{"total",  "score",   "scores", "sum",   "mean",
                                                     "avg",    "average", "scale",  "tot",   "raw",
                                                     "infant", "baby",    "rating", "report"};
  return among(word, fillers);
}

std::string rater_of(const std::string& word) {
  constexpr std::array<std::string_view, 8> mother{"mother", "mom", "mum",      "maternal",
                                                   "m",      "mo",  "mother's", "mothers"};
  constexpr std::array<std::string_view, 10> partner{"partner", "father", "dad", "paternal", "p",
                                                     "f",       "fa",     "par", "coparent", "partners"};
  return among(word, mother) ? "mother" : among(word, partner) ? "partner" : "";
}

/// "t2", "v2", "visit2", "time2", "w2"; "pre" and "baseline" are the first, "post" and "followup" the second.
int visit_of(const std::string& word) {
  if (word == "pre" || word == "baseline" || word == "bl") return 1;
  if (word == "post" || word == "followup" || word == "fu") return 2;
  const std::size_t digit = word.find_first_of("0123456789");
  if (digit == std::string::npos || word.size() != digit + 1 || word[digit] == '0') return 0;
  constexpr std::array<std::string_view, 6> names{"t", "v", "visit", "time", "timepoint", "wave"};
  return among(word.substr(0, digit), names) ? word[digit] - '0' : 0;
}

/// Writes the questionnaires' names in one way: "psisf", "psi", "ibqr", "ibq r sf" and so on.
void normalize(Words& words) {
  const auto join = [&](std::initializer_list<const char*> from, const char* to) {
    const Words pattern(from.begin(), from.end());
    const auto at = std::search(words.begin(), words.end(), pattern.begin(), pattern.end());
    if (at == words.end()) return;
    *at = to;
    words.erase(at + 1, at + static_cast<std::ptrdiff_t>(pattern.size()));
  };
  for (std::string& word : words) {
    if (word == "ibqr" || word == "ibqrsf" || word == "ibqrvsf") word = "ibq";
    if (word == "psisf") word = "psi";
  }
  join({"ibq", "r"}, "ibq");
  join({"ibq", "vsf"}, "ibq");
  join({"ibq", "sf"}, "ibq");
  join({"psi", "4"}, "psi");
  join({"psi", "sf"}, "psi");
  join({"follow", "up"}, "followup");
  const auto psi = std::find(words.begin(), words.end(), "psi");
  if (psi != words.end()) words.insert(psi + 1, "sf");
}

/// Takes the words of a spelling out, where they stand together; false if they do not.
bool take_out(Words& words, const std::string& spelling) {
  const Words pattern = words_of(spelling);
  const auto at = std::search(words.begin(), words.end(), pattern.begin(), pattern.end());
  if (at == words.end()) return false;
  words.erase(at, at + static_cast<std::ptrdiff_t>(pattern.size()));
  return true;
}

template <std::size_t N>
std::string take_scale(Words& words, const std::array<Spelling, N>& spellings) {
  for (const Spelling& spelling : spellings)
    if (take_out(words, spelling.words)) return spelling.scale;
  return "";
}

/// One of the user's own scales, by its name as given.
bool is_own(const Words& words, const Scale& scale) {
  return words == words_of(scale.id) || (!scale.title.empty() && words == words_of(scale.title));
}

/// What is left once the scale is out: raters, a visit and fillers, and nothing else.
bool read_rest(const Words& words, NamedScale& named, std::string& rater) {
  for (const std::string& word : words) {
    if (word == "ibq" || is_filler(word)) continue;
    if (const int visit = visit_of(word); visit > 0 && named.visit == 0) {
      named.visit = visit;
      continue;
    }
    const std::string found = rater_of(word);
    if (found.empty() || !rater.empty()) return false;
    rater = found;
  }
  return true;
}

}  // namespace

NamedScale scale_meant(const std::string& column, std::span<const Scale> scales) {
  Words words = words_of(column);
  NamedScale named;
  for (const Scale& scale : scales)
    if (is_own(words, scale)) {
      named.scale = scale.id;
      return named;
    }
  normalize(words);
  std::string rater;
  named.scale = take_scale(words, mother_spellings);
  if (!named.scale.empty()) return read_rest(words, named, rater) ? named : NamedScale{};
  named.scale = take_scale(words, ibq_names);
  if (named.scale.empty() && std::find(words.begin(), words.end(), "ibq") != words.end())
    named.scale = take_scale(words, ibq_short_names);
  if (named.scale.empty() || !read_rest(words, named, rater)) return {};
  named.rater_assumed = rater.empty();
  named.scale += rater.empty() ? "_mother" : "_" + rater;
  return named;
}

}  // namespace attune::behavior
