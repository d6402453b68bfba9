// The commands of `attune`. Each takes the arguments after its name and gives the exit status: 0 done, 1 the
// input cannot be used (one line on standard error), 2 wrong usage, 3 done, but something was lost by an error (a line
// each on standard error).
#pragma once

#include <cstdio>
#include <span>
#include <string>
#include <string_view>

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

}  // namespace attune::cli
