// The commands of `attune`. Each takes the arguments after its name and gives the exit status: 0 done, 1 the
// input cannot be used (one line on standard error), 2 wrong usage, 3 done, but something was lost by an error (a line
// each on standard error).
#pragma once

#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ecg/settings.hpp"

namespace attune::cli {

using Arguments = std::span<const std::string>;

int inspect(Arguments args);
int samples(Arguments args);
int analyze(Arguments args);
int report(Arguments args);
int scores(Arguments args);
int codes(Arguments args);
int group(Arguments args);
int design(Arguments args);
int cohort(Arguments args);
int schema(Arguments args);
int beats(Arguments args);
int hrv(Arguments args);
int dyad(Arguments args);
int synth(Arguments args);
int deidentify(Arguments args);

/// A command by name: what follows the name, and what it prints.
struct Command {
  std::string_view name;
  int (*run)(Arguments);
  std::string_view form;
  std::string_view about;
};
std::span<const Command> commands();

/// Prints how every command is called; gives `status`.
int print_usage(std::FILE* to, int status);

/// Prints how the command of this name is called to standard error; gives exit status 2.
int wrong_usage(std::string_view name);

/// Takes --preset or --age and its value at `place`; true if it was one. None where the value is not
/// understood.
struct AgeOptions {
  std::optional<ecg::Preset> preset;
  std::optional<double> age_months;
};
std::optional<bool> take_age_option(Arguments args, std::size_t& place, AgeOptions& options);

/// The age in months that a text gives; none if it gives none.
std::optional<double> age_in_months(const std::string& text);
/// The weeks born early that a text gives; likewise.
std::optional<double> weeks_early_in(const std::string& text);

}  // namespace attune::cli
