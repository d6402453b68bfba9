// `attune`: the core on the command line.
#include <cstdio>
#include <string>
#include <vector>

#include "cli/commands.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.empty()) return attune::cli::print_usage(stderr, 2);
  if (args[0] == "--help" || args[0] == "help") return attune::cli::print_usage(stdout, 0);
  if (args[0] == "--version") {
    std::puts("attune " ATTUNE_VERSION);
    return 0;
  }
  for (const attune::cli::Command& command : attune::cli::commands())
    if (args[0] == command.name) return command.run(attune::cli::Arguments(args).subspan(1));
  std::fprintf(stderr, "attune: there is no command \"%s\"\n", args[0].c_str());
  return attune::cli::print_usage(stderr, 2);
}
