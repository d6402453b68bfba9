#include "words/format.hpp"

#include <algorithm>
#include <cmath>

#include "words/digits.hpp"
#include "words/ids/number.hpp"
#include "words/ids/sentence.hpp"
#include "words/plural.hpp"

namespace attune::words {

namespace {

constexpr std::string_view minus_sign = "\u2212", narrow_space = "\u202f";

/// Letters of the pseudo-language, from a to z and from A to Z.
constexpr std::string_view accented[] = {"á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "í", "ĵ", "ķ", "ļ", "ɱ",
                                         "ñ", "ó", "þ", "ɋ", "ŕ", "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž",
                                         "Á", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Í", "Ĵ", "Ķ", "Ļ", "Ṁ",
                                         "Ñ", "Ó", "Þ", "Ɋ", "Ŕ", "Š", "Ţ", "Ú", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};

/// Where the brace at `open` is closed.
std::size_t closing(std::string_view message, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < message.size(); ++i) {
    if (message[i] == '{') ++depth;
    if (message[i] == '}' && --depth == 0) return i;
  }
  return message.size();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

/// What "one {…} other {…}" holds under a key, or under "other".
std::string_view branch(std::string_view branches, std::string_view key) {
  std::string_view other;
  for (std::size_t open = branches.find('{'); open != std::string_view::npos; open = branches.find('{')) {
    const std::size_t close = closing(branches, open);
    const std::string_view name = trimmed(branches.substr(0, open));
    const std::string_view content = branches.substr(open + 1, close - open - 1);
    if (name == key) return content;
    if (name == "other") other = content;
    branches.remove_prefix(std::min(close + 1, branches.size()));
  }
  return other;
}

/// Length of time in the largest units that it fills.
Said duration_said(double seconds) {
  const double size = std::abs(seconds);
  if (!(size >= 60 && size < 1e9)) return say<"number.s">({{"s", at_most(seconds, size < 0.01 ? 6 : 2)}});
  const auto whole = static_cast<std::int64_t>(std::llround(size));
  const std::int64_t sign = seconds < 0 ? -1 : 1;
  if (whole < 3600) {
    if (whole % 60 == 0) return say<"number.min">({{"min", sign * (whole / 60)}});
    return say<"number.min_s">({{"min", sign * (whole / 60)}, {"s", whole % 60}});
  }
  const std::int64_t minutes = whole % 3600 / 60;
  if (minutes == 0) return say<"number.h">({{"h", sign * (whole / 3600)}});
  return say<"number.h_min">({{"h", sign * (whole / 3600)}, {"min", minutes}});
}

/// Three decimals, without the 0 that every probability begins with where a language leaves it out.
Said probability_said(double p) {
  if (p < 0.001) return say<"number.p_below">();
  if (p > 0.9995) return say<"number.p_one">();
  return say<"number.p">({{"thousandths", as_is(digits_of(number(p, 3)).substr(2))}});
}

/// The holes of a text and what stands in them.
struct Holes {
  std::string_view names;
  const std::vector<Value>& values;
};

class Writer {
 public:
  explicit Writer(const Manner& manner) : manner_(manner) {}

  void write(const Said& said) {
    const bool pseudo = manner_.language == Language::pseudo;
    const auto place = place_of_id(said.id);
    if (!place) return;
    if (pseudo) out_ += "⟦";
    const bool is_part = said.id == entry_of<"sentence.part">->id;
    if (is_part) small_at_ = out_.size();
    write_message(message_at(*place, manner_.language), {all_entries()[*place].holes, said.with}, nullptr);
    if (is_part) drop_stop();
    if (pseudo) out_ += "⟧";
  }

  std::string result() && { return std::move(out_); }

 private:
  void write_message(std::string_view message, const Holes& holes, const Number* counted) {
    for (std::size_t i = 0; i < message.size();) {
      const std::size_t next = std::min(message.find_first_of(counted ? "{#" : "{", i), message.size());
      write_words(message.substr(i, next - i));
      if (next == message.size()) return;
      if (message[next] == '#') {
        write(*counted);
        i = next + 1;
        continue;
      }
      const std::size_t close = closing(message, next);
      write_hole(message.substr(next + 1, close - next - 1), holes);
      i = close + 1;
    }
  }

  void write_hole(std::string_view hole, const Holes& holes) {
    const std::size_t comma = hole.find(',');
    const std::size_t place = place_of_hole(holes.names, hole.substr(0, comma));
    if (place >= holes.values.size()) return;
    const Value& value = holes.values[place];
    if (comma == std::string_view::npos) return write(value);
    const std::string_view choice = trimmed(hole.substr(comma));
    const std::size_t end = std::min(choice.find(','), choice.size());
    const auto* number = std::get_if<Number>(&value.held());
    if (choice.starts_with("plural") && number)
      return write_message(plural_branch(choice.substr(end), *number), holes, number);
    const auto* key = std::get_if<AsIs>(&value.held());
    write_message(branch(choice.substr(end), key ? std::string_view(key->text) : "other"), holes, nullptr);
  }

  std::string_view plural_branch(std::string_view branches, const Number& number) const {
    const std::string digits = digits_of(number);
    const std::string exact = "=" + digits;
    if (branches.find(exact + " {") != std::string_view::npos) return branch(branches, exact);
    return branch(branches, plural_category(digits, manner_.language));
  }

  void write(const Value& value) {
    if (const auto* text = std::get_if<AsIs>(&value.held())) out_ += text->text;
    if (const auto* text = std::get_if<English>(&value.held())) out_ += text->text;
    if (const auto* number = std::get_if<Number>(&value.held())) write(*number);
    if (const auto* said = std::get_if<Said>(&value.held())) write(*said);
    if (const auto* list = std::get_if<Value::List>(&value.held()))
      for (std::size_t i = 0; i < list->size(); ++i) {
        if (i > 0) out_ += ", ";
        write((*list)[i]);
      }
  }

  void write(const Number& number) {
    if (number.style == Number::Style::probability) return write(probability_said(number.value));
    if (number.style == Number::Style::duration) return write(duration_said(number.value));
    for (const char c : digits_of(number)) {
      if (c == '-')
        out_ += minus_sign;
      else if (c == '.' && manner_.language == Language::french)
        out_ += ',';
      else
        out_ += c;
    }
  }

  /// The full stop that stands last, but for brackets around what it ends.
  void drop_stop() {
    std::size_t end = out_.size();
    constexpr std::string_view bracket = "⟧";
    while (std::string_view(out_).substr(0, end).ends_with(bracket)) end -= bracket.size();
    if (end > 0 && out_[end - 1] == '.') out_.erase(end - 1, 1);
  }

  /// Words of a catalogue, set as the language sets them.
  void write_words(std::string_view words) {
    if (!words.empty() && out_.size() == small_at_ && is_first_of_word(words.front(), words.substr(1))) {
      out_ += static_cast<char>(words.front() - 'A' + 'a');
      words.remove_prefix(1);
    }
    if (manner_.language == Language::pseudo) return write_accented(words);
    while (manner_.language == Language::french) {
      const std::size_t blank = words.find(' ');
      if (blank == std::string_view::npos) break;
      out_ += words.substr(0, blank);
      words.remove_prefix(blank + 1);
      out_ += is_spaced_sign(words) || out_.ends_with("«") ? narrow_space : " ";
    }
    out_ += words;
  }

  void write_accented(std::string_view words) {
    for (const char c : words) {
      if (c >= 'a' && c <= 'z')
        out_ += accented[c - 'a'];
      else if (c >= 'A' && c <= 'Z')
        out_ += accented[26 + c - 'A'];
      else
        out_ += c;
    }
  }

  /// "Not", "L’": a capital that stands for the beginning of a sentence alone, as that of "EEG" does not.
  static bool is_first_of_word(char c, std::string_view rest) {
    return c >= 'A' && c <= 'Z' &&
           (rest.starts_with("’") || (!rest.empty() && rest.front() >= 'a' && rest.front() <= 'z'));
  }

  static bool is_spaced_sign(std::string_view rest) {
    return !rest.empty() &&
           (std::string_view(";:!?%").find(rest.front()) != std::string_view::npos || rest.starts_with("»"));
  }

  const Manner& manner_;
  std::string out_;
  std::size_t small_at_ = std::string::npos;  ///< where a sentence goes on in another
};

}  // namespace

std::string text(const Said& said, const Manner& manner) {
  Writer writer(manner);
  writer.write(said);
  return std::move(writer).result();
}

std::string text(const Text& of, const Manner& manner) {
  if (const Said* said = of.said()) return text(*said, manner);
  return of.english();
}

}  // namespace attune::words
