// The prefilter field as programs and people write it, taken apart into names and numbers.
#include <algorithm>
#include <array>
#include <numbers>
#include <span>
#include <vector>

#include "base/words.hpp"
#include "edf/text.hpp"
#include "edf/units.hpp"

namespace attune::edf {

namespace {

/// What a number is of.
enum class Role { none, high_pass, low_pass, notch, time_constant, band };

struct Token {
  enum class Kind { word, number, dash, separator } kind = Kind::separator;
  std::string text;  ///< a word
  double value = 0;
  std::string unit;  ///< of a number: a word right behind it that is one
};
using Tokens = std::vector<Token>;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// In lower case, without accents; one sign for the dashes and dots between two limits.
std::string plain(std::string_view text) {
  constexpr std::array<std::string_view, 5> dashes{"\u2013", "\u2014", "\u2212", "\u2026", "..."};
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

Tokens tokens_of(std::string_view text) {
  constexpr std::array<std::string_view, 8> units{"hz", "khz", "mhz", "s", "sec", "ms", "db", "cps"};
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      const auto value = take_number(text, at);
      tokens.push_back({value ? Token::Kind::number : Token::Kind::separator, "", value.value_or(0), ""});
    } else if (is_word_character(c)) {
      const std::size_t begin = at;
      while (at < text.size() && is_word_character(text[at])) ++at;
      const std::string word(text.substr(begin, at - begin));
      const bool unit = !tokens.empty() && tokens.back().kind == Token::Kind::number &&
                        tokens.back().unit.empty() &&
                        std::find(units.begin(), units.end(), word) != units.end();
      if (unit)
        tokens.back().unit = word;
      else
        tokens.push_back({Token::Kind::word, word, 0, ""});
    } else {
      ++at;
      if (c == '-' || c == '<' || c == '>')
        tokens.push_back({Token::Kind::dash, std::string(1, c), 0, ""});
      else if (c != ' ' && c != ':' && c != '=' && c != '_' && c != '(' && c != ')' && c != '.')
        tokens.push_back({Token::Kind::separator, "", 0, ""});
    }
  }
  return tokens;
}

struct Name {
  std::string_view words;
  Role role;
};

/// Amplifiers name a filter by what it lets through (high-pass, HP) or by the end that it sets (low cut, LFF). Longer
/// names stand before those that begin like them.
constexpr std::array names{
    Name{"high pass", Role::high_pass},
    Name{"highpass", Role::high_pass},
    Name{"hi pass", Role::high_pass},
    Name{"hochpass", Role::high_pass},
    Name{"passe haut", Role::high_pass},
    Name{"paso alto", Role::high_pass},
    Name{"pasa alto", Role::high_pass},
    Name{"pasa altos", Role::high_pass},
    Name{"pasaaltos", Role::high_pass},
    Name{"hp", Role::high_pass},
    Name{"hpf", Role::high_pass},
    Name{"ph", Role::high_pass},
    Name{"low cut", Role::high_pass},
    Name{"lowcut", Role::high_pass},
    Name{"low cutoff", Role::high_pass},
    Name{"lower cutoff", Role::high_pass},
    Name{"low filter", Role::high_pass},
    Name{"lff", Role::high_pass},
    Name{"low pass", Role::low_pass},
    Name{"lowpass", Role::low_pass},
    Name{"lo pass", Role::low_pass},
    Name{"tiefpass", Role::low_pass},
    Name{"passe bas", Role::low_pass},
    Name{"paso bajo", Role::low_pass},
    Name{"pasa bajo", Role::low_pass},
    Name{"pasa bajos", Role::low_pass},
    Name{"pasabajos", Role::low_pass},
    Name{"lp", Role::low_pass},
    Name{"lpf", Role::low_pass},
    Name{"tp", Role::low_pass},
    Name{"pb", Role::low_pass},
    Name{"high cut", Role::low_pass},
    Name{"highcut", Role::low_pass},
    Name{"hi cut", Role::low_pass},
    Name{"high cutoff", Role::low_pass},
    Name{"upper cutoff", Role::low_pass},
    Name{"high filter", Role::low_pass},
    Name{"hff", Role::low_pass},
    Name{"notch", Role::notch},
    Name{"n", Role::notch},
    Name{"band stop", Role::notch},
    Name{"bandstop", Role::notch},
    Name{"bandsperre", Role::notch},
    Name{"netzfilter", Role::notch},
    Name{"time constant", Role::time_constant},
    Name{"zeitkonstante", Role::time_constant},
    Name{"constante de temps", Role::time_constant},
    Name{"tc", Role::time_constant},
    Name{"t c", Role::time_constant},
    Name{"tau", Role::time_constant},
    Name{"band pass", Role::band},
    Name{"bandpass", Role::band},
    Name{"bp", Role::band},
    Name{"passe bande", Role::band},
    Name{"paso banda", Role::band},
};
/// Names that say too little alone, each with its counterpart: "HF:35Hz LF:0.5Hz", "Lo 0.5 Hi 35".
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> counterparts{
    {{"lf", "hf"}, {"lc", "hc"}, {"lo", "hi"}, {"lower", "upper"}, {"low", "high"}}};

class Reading {
 public:
  explicit Reading(Tokens tokens) : tokens_(std::move(tokens)) {}

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
  bool is(std::size_t at, Token::Kind kind) const { return at < tokens_.size() && tokens_[at].kind == kind; }
  bool is_word(std::size_t at, std::string_view word) const {
    return is(at, Token::Kind::word) && tokens_[at].text == word;
  }
  bool has_word(std::string_view word) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_word(i, word)) return true;
    return false;
  }

  /// Tokens of the name that begins at `at`, and its role; a dash may stand for a blank ("low-pass").
  std::pair<std::size_t, Role> name_at(std::size_t at) const {
    std::pair<std::size_t, Role> best{0, Role::none};
    for (const Name& name : names) {
      std::size_t next = at;
      bool same = true;
      for (std::string_view rest = name.words; !rest.empty() && same;) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        if (next > at && is(next, Token::Kind::dash)) ++next;
        same = is_word(next++, word);
      }
      if (same && next - at > best.first) best = {next - at, name.role};
    }
    if (best.first > 0) return best;
    for (const auto& [low, high] : counterparts)
      if ((is_word(at, low) && has_word(high)) || (is_word(at, high) && has_word(low)))
        return {1, is_word(at, low) ? Role::high_pass : Role::low_pass};
    return best;
  }

  /// Words that may stand between a name and its number.
  static bool is_filler(const std::string& word) {
    constexpr std::array<std::string_view, 10> words{"filter", "filtre",    "filtro", "frequency", "frequenz",
                                                     "freq",   "frequence", "at",     "cutoff",    "hz"};
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  std::size_t step(std::size_t at) {
    const Token& token = tokens_[at];
    if (const auto [length, role] = name_at(at); length > 0) {
      role_ = role;
      return at + length;
    }
    if (token.kind == Token::Kind::number) return take(at);
    if (token.kind == Token::Kind::word && token.text == "dc") return take_dc(at);
    if (token.kind == Token::Kind::dash && token.text != "-") {
      if (role_ == Role::none) role_ = token.text == "<" ? Role::low_pass : Role::high_pass;
      return at + 1;
    }
    // "LP-8Hz": no limit is negative.
    const bool goes_on =
        token.kind == Token::Kind::dash || (token.kind == Token::Kind::word && is_filler(token.text));
    if (!goes_on) role_ = Role::none;
    return at + 1;
  }

  std::size_t take_dc(std::size_t at) {
    if (role_ == Role::high_pass || (role_ == Role::none && tokens_.size() == 1)) add(Role::high_pass, 0);
    if (role_ == Role::low_pass) add(Role::low_pass, 0);
    role_ = Role::none;
    return at + 1;
  }

  /// Where the second limit of a band stands that begins at `at`; 0: nowhere.
  std::size_t second_limit(std::size_t at) const {
    const bool dash = is(at + 1, Token::Kind::dash) && tokens_[at + 1].text == "-";
    const bool joined = dash || is_word(at + 1, "to") || is_word(at + 1, "bis");
    return joined && is(at + 2, Token::Kind::number) ? at + 2 : 0;
  }

  std::size_t take(std::size_t at) {
    const Role role = role_;
    role_ = Role::none;
    if (const std::size_t second = second_limit(at); second > 0) {
      const bool clear = tokens_[second].unit == "hz" || (role == Role::band && tokens_[second].unit.empty());
      const std::string& unit = tokens_[at].unit;
      if (clear && (role == Role::none || role == Role::band) && (unit.empty() || unit == "hz"))
        band_ = {tokens_[at].value, tokens_[second].value};
      return second + 1;
    }
    if (role == Role::time_constant) {
      take_tau(tokens_[at]);
      return at + 1;
    }
    const auto hz = frequency(tokens_[at]);
    if (role != Role::none && role != Role::band) {
      if (hz) add(role, *hz);
      return at + 1;
    }
    // "8 Hz low-pass": the name behind it, where no number of its own follows.
    const auto [length, behind] = name_at(at + 1);
    const std::size_t next = at + 1 + length;
    if (length == 0 || behind == Role::band || is(next, Token::Kind::number) || is_word(next, "dc"))
      return at + 1;
    if (hz && tokens_[at].unit == "hz") add(behind, *hz);
    return next;
  }

  static std::optional<double> frequency(const Token& token) {
    if (token.unit.empty() || token.unit == "hz" || token.unit == "cps") return token.value;
    if (token.unit == "khz") return token.value * 1000;
    return std::nullopt;  // mHz: milli or mega; s: a time constant that is called a frequency
  }

  void take_tau(const Token& token) {
    if (token.unit.empty() || token.unit == "s" || token.unit == "sec") tau_s_ = token.value;
    if (token.unit == "ms") tau_s_ = token.value / 1000;
  }

  /// Of filters in a row the narrowest counts.
  void add(Role role, double hz) {
    auto& highpass = filters_.highpass_hz;
    auto& lowpass = filters_.lowpass_hz;
    if (role == Role::high_pass) highpass = std::max(highpass.value_or(0), hz);
    if (role == Role::low_pass) {
      const bool wider = lowpass && *lowpass > 0 && (hz == 0 || hz > *lowpass);
      if (!wider) lowpass = hz;
    }
    if (role == Role::notch && !filters_.notch_hz) filters_.notch_hz = hz;
  }

  Tokens tokens_;
  Role role_ = Role::none;
  double tau_s_ = 0;
  std::optional<std::pair<double, double>> band_;
  Filters filters_;
};

}  // namespace

Filters read_filters(std::string_view prefilter) {
  return Reading(tokens_of(plain(prefilter))).read();
}

}  // namespace attune::edf
