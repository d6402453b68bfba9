// The options of one command: what each is called, and what takes its value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "ecg/settings.hpp"

namespace attune::cli {

class Options {
 public:
  /// Takes a value: 0; the exit status of a file that cannot be used, which has been said; none where it is not understood.
  using Take = std::function<std::optional<int>(const std::string& value)>;

  void add(const std::string& name, Take take) { options_.push_back({name, std::move(take), true}); }

  /// Has no value.
  void flag(const std::string& name, bool& is_given) {
    options_.push_back({name, [&](const std::string&) { return is_given = true, 0; }, false});
  }

  /// A text, or one that may be missing.
  void text(const std::string& name, auto& text) {
    add(name, [&](const std::string& value) { return text = value, 0; });
  }

  /// May be given again and again.
  void texts(const std::string& name, std::vector<std::string>& texts) {
    add(name, [&](const std::string& value) { return texts.push_back(value), 0; });
  }

  /// A number from `lowest` to `highest`, which are said where it lies outside; a whole one where `number` is.
  template <class T>
  void number(const std::string& name, double lowest, double highest, T& number) {
    add(name,
        [=, &number](const std::string& value) { return take_number(name, value, lowest, highest, number); });
  }

  template <class T>
  static std::optional<int> take_number(const std::string& name, const std::string& value, double lowest,
                                        double highest, T& number) {
    const auto read = number_between(name, value, lowest, highest);
    if (!read) return std::nullopt;
    if constexpr (std::is_integral_v<T>) {
      number = static_cast<T>(*read);
      if (static_cast<double>(number) != *read) return std::nullopt;
    } else {
      number = *read;
    }
    return 0;
  }

  /// A whole number without sign.
  void count(const std::string& name, auto& count) {
    add(name, [&](const std::string& value) -> std::optional<int> {
      const auto read = whole_number(value);
      if (!read) return std::nullopt;
      count = *read;
      return 0;
    });
  }

  /// --preset: the age group that beats and heart-rate variability are measured for.
  void preset(const std::string& name, std::optional<ecg::Preset>& preset);

  /// --age: in months.
  void age(std::optional<double>& months) { number("--age", 0, oldest_months, months); }

  static constexpr double oldest_months = 1200, most_weeks_early = 20;

  /// What stands without a name.
  void unnamed(Take take) { unnamed_ = std::move(take); }
  /// One file.
  void file(std::string& path);

  /// Takes all arguments; the exit status of the first that cannot be taken, with how `command` is called where it is
  /// not understood; else 0.
  int read(Arguments args, std::string_view command) const;

 private:
  struct Option {
    std::string name;
    Take take;
    bool has_value;
  };
  std::vector<Option> options_;
  Take unnamed_;
};

/// The text of the file at `path`; 0, or 1 where it cannot be read, which has been said.
int take_text(const std::string& path, std::string& text);

}  // namespace attune::cli
