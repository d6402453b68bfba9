// `attune`: the core on the command line.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/language.hpp"
#include "words/ids/cli.hpp"

namespace {

/// A reader that goes away and a limit on the size of files are failed writes like any other, which are said, and no
/// silent end. Where standard output is closed, no file that is opened later may take its number, and so its text.
void prepare_output() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  while (true) {
    const int number = open("/dev/null", O_RDONLY);  // the lowest that is free; writing to it fails
    if (number > STDERR_FILENO) close(number);
    if (number < 0 || number > STDERR_FILENO) break;
  }
}

/// Blocks of a recording are measured one after another in memory of the same sizes: freed, it stays the program's own
/// for the next, which else would wait for the system to clear every page anew.
void keep_freed_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
  mallopt(M_TRIM_THRESHOLD, 1 << 28);
#endif
}

int run(const std::vector<std::string>& args) {
  if (args.empty()) return attune::cli::print_usage(stderr, 2);
  if (args[0] == "--help" || args[0] == "help") return attune::cli::print_usage(stdout, 0);
  if (args[0] == "--version") {
    std::puts("attune " ATTUNE_VERSION);
    return 0;
  }
  for (const attune::cli::Command& command : attune::cli::commands()) {
    if (args[0] != command.name) continue;
    std::vector<std::string> rest(args.begin() + 1, args.end());
    if (command.form.find("--language ") != command.form.npos)
      if (const int status = attune::cli::take_language(rest)) return status;
    return command.run(rest);
  }
  std::fprintf(stderr, "attune: there is no command \"%s\"\n", args[0].c_str());
  return attune::cli::print_usage(stderr, 2);
}

/// The exit status once everything printed has been taken: what could not be written is no success.
int settled(int status) {
  errno = 0;
  const bool failed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
  const bool failed_closing =
      std::fclose(stdout) != 0 && errno != EBADF;  // EBADF: closed already, nothing printed
  if (!failed && !failed_closing) return status;
  if (status == 1 || status == 2) return status;  // said already
  const std::string why = errno != 0 ? std::strerror(errno) : "";
  using namespace attune;
  return cli::fail(
      words::say<"cli.standard_output">(),
      {"E_FILE", words::say<"cli.not_written">({{"known", !why.empty()}, {"why", words::as_is(why)}}), ""});
}

}  // namespace

int main(int argc, char** argv) {
  prepare_output();
  keep_freed_memory();
  return settled(run({argv + 1, argv + argc}));
}
