// The prefilter field as programs and people write it, taken apart into names and numbers.
#include <algorithm>
#include <array>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "edf/text.hpp"
#include "edf/units.hpp"

namespace attune::edf {

namespace {

/// What a number is of.
enum class FilterRole { none, high_pass, low_pass, notch, time_constant, band };

struct FilterToken {
  enum class Kind { word, number, dash, separator } kind = Kind::separator;
  std::string text;  ///< a word
  double value = 0;
  std::string unit;  ///< of a number: a word right behind it that is one
};
using FilterTokens = std::vector<FilterToken>;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// In lower case, without accents; one sign for the dashes and dots between two limits.
std::string with_plain_signs(std::string_view text) {
  constexpr std::array<std::string_view, 6> dashes{"\u2013", "\u2014", "\u2212", "\u2026", "...", ".."};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto dash = std::find_if(dashes.begin(), dashes.end(),
                                   [&](std::string_view one) { return text.substr(i).starts_with(one); });
    out += dash != dashes.end() || text[i] == '~' ? '-' : text[i];
    i += dash != dashes.end() ? dash->size() : 1;
  }
  return folded(out);
}

/// Digits with one decimal sign at most; none if they are no number, or one too long to be a filter's.
std::optional<double> take_number(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest = 12;
  const std::size_t begin = at;
  bool fraction = false;
  const auto is_decimal = [&](std::size_t i) {
    return !fraction && (text[i] == '.' || text[i] == ',') && i + 1 < text.size() && is_digit(text[i + 1]);
  };
  while (at < text.size() && (is_digit(text[at]) || is_decimal(at))) fraction |= !is_digit(text[at++]);
  const auto number = parse_number(text.substr(begin, at - begin));
  return number && at - begin <= longest ? std::optional(number->value()) : std::nullopt;
}

/// One spelling of a unit; any other word as it is.
std::string unit_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> spellings{{{"msec", "ms"},
                                                                                     {"secs", "s"},
                                                                                     {"second", "s"},
                                                                                     {"seconds", "s"},
                                                                                     {"seconde", "s"},
                                                                                     {"secondes", "s"},
                                                                                     {"sek", "s"},
                                                                                     {"sekunden", "s"},
                                                                                     {"segundos", "s"},
                                                                                     {"hertz", "hz"}}};
  for (const auto& [written, unit] : spellings)
    if (word == written) return std::string(unit);
  return std::string(word);
}

/// Whether a number before this word is one of an order ("1st", "4 pole").
bool counts(std::string_view word) {
  constexpr std::array<std::string_view, 8> words{"st", "nd", "rd", "th", "er", "eme", "pole", "poles"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

FilterTokens tokens_of(std::string_view text) {
  constexpr std::array<std::string_view, 8> units{"hz", "khz", "mhz", "s", "sec", "ms", "db", "cps"};
  FilterTokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      const auto value = take_number(text, at);
      tokens.push_back(
          {value ? FilterToken::Kind::number : FilterToken::Kind::separator, "", value.value_or(0), ""});
    } else if (is_word_character(c)) {
      const std::size_t begin = at;
      while (at < text.size() && is_word_character(text[at])) ++at;
      const bool after_number =
          !tokens.empty() && tokens.back().kind == FilterToken::Kind::number && tokens.back().unit.empty();
      // "HP:0.1HzLP:8Hz": the unit ends there.
      constexpr std::string_view hertz = "hz";
      if (after_number && at - begin > hertz.size() && text.substr(begin).starts_with(hertz))
        at = begin + hertz.size();
      const std::string word = unit_of(text.substr(begin, at - begin));
      if (after_number && counts(word)) {  // "1st order": how steep it is, and no limit
        tokens.pop_back();
        continue;
      }
      const bool unit = after_number && std::find(units.begin(), units.end(), word) != units.end();
      if (unit)
        tokens.back().unit = word;
      else
        tokens.push_back({FilterToken::Kind::word, word, 0, ""});
    } else {
      ++at;
      if (c == '-' || c == '<' || c == '>')
        tokens.push_back({FilterToken::Kind::dash, std::string(1, c), 0, ""});
      else if (c != ' ' && c != ':' && c != '=' && c != '_' && c != '(' && c != ')' && c != '.')
        tokens.push_back({FilterToken::Kind::separator, "", 0, ""});
    }
  }
  return tokens;
}

struct FilterName {
  std::string_view words;
  FilterRole role;
};

/// Amplifiers name a filter by what it lets through (high-pass, HP) or by the end that it sets (low cut, LFF). Longer
/// names stand before those that begin like them.
constexpr std::array filter_names{
    FilterName{"high pass", FilterRole::high_pass},
    FilterName{"highpass", FilterRole::high_pass},
    FilterName{"hi pass", FilterRole::high_pass},
    FilterName{"hochpass", FilterRole::high_pass},
    FilterName{"passe haut", FilterRole::high_pass},
    FilterName{"paso alto", FilterRole::high_pass},
    FilterName{"pasa alto", FilterRole::high_pass},
    FilterName{"pasa altos", FilterRole::high_pass},
    FilterName{"pasaaltos", FilterRole::high_pass},
    FilterName{"hipass", FilterRole::high_pass},
    FilterName{"hp", FilterRole::high_pass},
    FilterName{"hpf", FilterRole::high_pass},
    FilterName{"ph", FilterRole::high_pass},
    FilterName{"low cut", FilterRole::high_pass},
    FilterName{"lowcut", FilterRole::high_pass},
    FilterName{"low cutoff", FilterRole::high_pass},
    FilterName{"lower cutoff", FilterRole::high_pass},
    FilterName{"low filter", FilterRole::high_pass},
    FilterName{"lff", FilterRole::high_pass},
    FilterName{"low freq filter", FilterRole::high_pass},
    FilterName{"low frequency filter", FilterRole::high_pass},
    FilterName{"lcf", FilterRole::high_pass},
    FilterName{"low pass", FilterRole::low_pass},
    FilterName{"lowpass", FilterRole::low_pass},
    FilterName{"lo pass", FilterRole::low_pass},
    FilterName{"tiefpass", FilterRole::low_pass},
    FilterName{"passe bas", FilterRole::low_pass},
    FilterName{"paso bajo", FilterRole::low_pass},
    FilterName{"pasa bajo", FilterRole::low_pass},
    FilterName{"pasa bajos", FilterRole::low_pass},
    FilterName{"pasabajos", FilterRole::low_pass},
    FilterName{"lopass", FilterRole::low_pass},
    FilterName{"lp", FilterRole::low_pass},
    FilterName{"lpf", FilterRole::low_pass},
    FilterName{"tp", FilterRole::low_pass},
    FilterName{"pb", FilterRole::low_pass},
    FilterName{"high cut", FilterRole::low_pass},
    FilterName{"highcut", FilterRole::low_pass},
    FilterName{"hi cut", FilterRole::low_pass},
    FilterName{"high cutoff", FilterRole::low_pass},
    FilterName{"upper cutoff", FilterRole::low_pass},
    FilterName{"high filter", FilterRole::low_pass},
    FilterName{"hff", FilterRole::low_pass},
    FilterName{"high freq filter", FilterRole::low_pass},
    FilterName{"high frequency filter", FilterRole::low_pass},
    FilterName{"hcf", FilterRole::low_pass},
    FilterName{"notch", FilterRole::notch},
    FilterName{"n", FilterRole::notch},
    FilterName{"band stop", FilterRole::notch},
    FilterName{"bandstop", FilterRole::notch},
    FilterName{"bandsperre", FilterRole::notch},
    FilterName{"netzfilter", FilterRole::notch},
    FilterName{"time constant", FilterRole::time_constant},
    FilterName{"zeitkonstante", FilterRole::time_constant},
    FilterName{"constante de temps", FilterRole::time_constant},
    FilterName{"tc", FilterRole::time_constant},
    FilterName{"t c", FilterRole::time_constant},
    FilterName{"tau", FilterRole::time_constant},
    FilterName{"band pass", FilterRole::band},
    FilterName{"bandpass", FilterRole::band},
    FilterName{"bp", FilterRole::band},
    FilterName{"bpf", FilterRole::band},
    FilterName{"passe bande", FilterRole::band},
    FilterName{"paso banda", FilterRole::band},
};
/// Names that say too little alone, each with its counterpart: "HF:35Hz LF:0.5Hz", "Lo 0.5 Hi 35".
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> counterpart_names{
    {{"lf", "hf"}, {"lc", "hc"}, {"lo", "hi"}, {"lower", "upper"}, {"low", "high"}}};

class FilterText {
 public:
  explicit FilterText(FilterTokens tokens) : tokens_(std::move(tokens)) {}

  Filters read() {
    for (std::size_t at = 0; at < tokens_.size();) at = step(at);
    if (!filters_.highpass_hz && tau_s_ > 0) filters_.highpass_hz = 1 / (2 * std::numbers::pi * tau_s_);
    if (!filters_.highpass_hz && !filters_.lowpass_hz && band_) {
      filters_.highpass_hz = band_->first;
      filters_.lowpass_hz = band_->second;
    }
    return filters_;
  }

 private:
  bool is(std::size_t at, FilterToken::Kind kind) const {
    return at < tokens_.size() && tokens_[at].kind == kind;
  }
  bool is_word(std::size_t at, std::string_view word) const {
    return is(at, FilterToken::Kind::word) && tokens_[at].text == word;
  }
  bool has_word(std::string_view word) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_word(i, word)) return true;
    return false;
  }

  /// FilterTokens of the name that begins at `at`, and its role; a dash may stand for a blank ("low-pass").
  std::pair<std::size_t, FilterRole> name_at(std::size_t at) const {
    std::pair<std::size_t, FilterRole> best{0, FilterRole::none};
    for (const FilterName& name : filter_names) {
      std::size_t next = at;
      bool same = true;
      for (std::string_view rest = name.words; !rest.empty() && same;) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        if (next > at && is(next, FilterToken::Kind::dash)) ++next;
        same = is_word(next++, word);
      }
      if (same && next - at > best.first) best = {next - at, name.role};
    }
    if (best.first > 0) return best;
    for (const auto& [low, high] : counterpart_names)
      if ((is_word(at, low) && has_word(high)) || (is_word(at, high) && has_word(low)))
        return {1, is_word(at, low) ? FilterRole::high_pass : FilterRole::low_pass};
    // Nihon Kohden and others give the high-pass as a time constant.
    if (is_word(at, "hf") && (has_word("tc") || has_word("tau"))) return {1, FilterRole::low_pass};
    return best;
  }

  /// Words that may stand between a name and its number.
  static bool is_filler(const std::string& word) {
    constexpr std::array<std::string_view, 12> words{"filter",   "filtre", "filtro",      "frequency",
                                                     "frequenz", "freq",   "frequence",   "at",
                                                     "cutoff",   "hz",     "butterworth", "pole"};
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  std::size_t step(std::size_t at) {
    const FilterToken& token = tokens_[at];
    if (const auto [length, role] = name_at(at); length > 0) {
      role_ = role;
      return at + length;
    }
    if (token.kind == FilterToken::Kind::number) return take(at);
    if (token.kind == FilterToken::Kind::word && token.text == "dc") return take_dc(at);
    if (token.kind == FilterToken::Kind::dash && token.text != "-") {
      if (role_ == FilterRole::none) role_ = token.text == "<" ? FilterRole::low_pass : FilterRole::high_pass;
      return at + 1;
    }
    if (is_word(at, "order") || is_word(at, "ordre"))  // "order 4": no limit either
      return at + (is(at + 1, FilterToken::Kind::number) && tokens_[at + 1].unit.empty() ? 2 : 1);
    // "LP-8Hz": no limit is negative.
    const bool goes_on = token.kind == FilterToken::Kind::dash ||
                         (token.kind == FilterToken::Kind::word && is_filler(token.text));
    if (!goes_on) role_ = FilterRole::none;
    return at + 1;
  }

  std::size_t take_dc(std::size_t at) {
    if (const std::size_t second = second_limit(at); second > 0 && tokens_[second].unit == "hz") {
      band_ = {0, tokens_[second].value};  // "DC-8Hz"
      return second + 1;
    }
    if (role_ == FilterRole::high_pass || (role_ == FilterRole::none && tokens_.size() == 1))
      add(FilterRole::high_pass, 0);
    if (role_ == FilterRole::low_pass) add(FilterRole::low_pass, 0);
    role_ = FilterRole::none;
    return at + 1;
  }

  /// Where the second limit of a band stands that begins at `at`; 0: nowhere.
  std::size_t second_limit(std::size_t at) const {
    const bool dash = is(at + 1, FilterToken::Kind::dash) && tokens_[at + 1].text == "-";
    const bool joined = dash || is_word(at + 1, "to") || is_word(at + 1, "bis");
    if (!joined || !is(at + 2, FilterToken::Kind::number)) return 0;
    const std::string& unit = tokens_[at + 2].unit;  // "LP:8Hz(-3dB)" is no band
    return unit.empty() || unit == "hz" ? at + 2 : 0;
  }

  std::size_t take(std::size_t at) {
    const FilterRole role = role_;
    role_ = FilterRole::none;
    if (const std::size_t second = second_limit(at); second > 0) {
      const bool clear =
          tokens_[second].unit == "hz" || (role == FilterRole::band && tokens_[second].unit.empty());
      const std::string& unit = tokens_[at].unit;
      if (clear && (role == FilterRole::none || role == FilterRole::band) && (unit.empty() || unit == "hz"))
        band_ = {tokens_[at].value, tokens_[second].value};
      return second + 1;
    }
    if (role == FilterRole::time_constant) {
      take_tau(tokens_[at]);
      return at + 1;
    }
    const auto hz = frequency(tokens_[at]);
    if (role != FilterRole::none && role != FilterRole::band) {
      if (hz) add(role, *hz);
      return at + 1;
    }
    // "8 Hz low-pass": the name behind it, where no number of its own follows.
    const auto [length, behind] = name_at(at + 1);
    const std::size_t next = at + 1 + length;
    if (length == 0 || behind == FilterRole::band || is(next, FilterToken::Kind::number) ||
        is_word(next, "dc"))
      return at + 1;
    if (hz && tokens_[at].unit == "hz") add(behind, *hz);
    return next;
  }

  static std::optional<double> frequency(const FilterToken& token) {
    if (token.unit.empty() || token.unit == "hz" || token.unit == "cps") return token.value;
    if (token.unit == "khz") return token.value * 1000;
    return std::nullopt;  // mHz: milli or mega; s: a time constant that is called a frequency
  }

  void take_tau(const FilterToken& token) {
    if (token.unit.empty() || token.unit == "s" || token.unit == "sec") tau_s_ = token.value;
    if (token.unit == "ms") tau_s_ = token.value / 1000;
  }

  /// Of filters in a row the narrowest counts.
  void add(FilterRole role, double hz) {
    auto& highpass = filters_.highpass_hz;
    auto& lowpass = filters_.lowpass_hz;
    if (role == FilterRole::high_pass) highpass = std::max(highpass.value_or(0), hz);
    if (role == FilterRole::low_pass) {
      const bool wider = lowpass && *lowpass > 0 && (hz == 0 || hz > *lowpass);
      if (!wider) lowpass = hz;
    }
    if (role == FilterRole::notch && !filters_.notch_hz) filters_.notch_hz = hz;
  }

  FilterTokens tokens_;
  FilterRole role_ = FilterRole::none;
  double tau_s_ = 0;
  std::optional<std::pair<double, double>> band_;
  Filters filters_;
};

}  // namespace

Filters read_filters(std::string_view prefilter) {
  return FilterText(tokens_of(with_plain_signs(prefilter))).read();
}

}  // namespace attune::edf
