// `attune`: the core on the command line.
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace {

using attune::cli::Arguments;

struct Command {
  std::string_view name;
  int (*run)(Arguments);
  std::string_view usage;
};

constexpr std::array commands{
    Command{"inspect", attune::cli::inspect, "FILE [--identity]            what a recording holds, as JSON"},
    Command{"samples", attune::cli::samples, "FILE --signal N [--from I] [--count K]   one signal as CSV"},
    Command{"beats", attune::cli::beats,
            "FILE [--signal LABEL] [--preset infant|child|adult] [--raw]   R peaks as CSV"},
    Command{"hrv", attune::cli::hrv,
            "BEATS.csv | --nn FILE [--preset …] [--epoch S]   heart-rate variability as JSON"},
    Command{"synth", attune::cli::synth,
            "--out DIR [--seed N] [--dyads N] [--scenario NAME] …   simulated recordings with their truth"},
    Command{"deidentify", attune::cli::deidentify,
            "IN OUT [--technical] [--annotations]   a copy without identity"},
    Command{"analyze", attune::cli::analyze,
            "FILE [--settings S.json]   everything measured in one recording, as JSON"},
    Command{"report", attune::cli::report,
            "--visit A [--age MONTHS] --visit B … [--settings T.json]   the Report, as JSON"},
    Command{"group", attune::cli::group,
            "TABLE.csv [--control NAME] [--primary MEASURE]…   groups over visits, as JSON"},
    Command{"schema", attune::cli::schema, "JSON Schema of the Report"},
};

int print_usage(std::FILE* to, int status) {
  std::fputs("usage: attune COMMAND …\n", to);
  for (const Command& command : commands)
    std::fprintf(to, "  attune %s %s\n", std::string(command.name).c_str(),
                 std::string(command.usage).c_str());
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.empty()) return print_usage(stderr, 2);
  if (args[0] == "--help" || args[0] == "help") return print_usage(stdout, 0);
  if (args[0] == "--version") {
    std::puts("attune " ATTUNE_VERSION);
    return 0;
  }
  for (const Command& command : commands)
    if (args[0] == command.name) return command.run(Arguments(args).subspan(1));
  std::fprintf(stderr, "attune: there is no command \"%s\"\n", args[0].c_str());
  return print_usage(stderr, 2);
}
