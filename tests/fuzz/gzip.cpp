// gzip, damaged, cut or swollen: bounded output, the same in any slices.
#include "cli/gzip.hpp"

#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

namespace {

struct Outcome {
  std::string code;
  std::uint64_t bytes = 0;
  std::uint32_t check = 0;
  bool operator==(const Outcome&) const = default;
};

Outcome inflate(std::span<const std::uint8_t> bytes, std::size_t slice) {
  Outcome outcome;
  cli::GzipStream stream;
  const auto on_slice = [&](std::span<const std::uint8_t> out) -> Status {
    outcome.bytes += out.size();
    for (const std::uint8_t byte : out) outcome.check = outcome.check * 31 + byte;
    return success();
  };
  Status status = success();
  while (!bytes.empty() && status) {
    const auto part = bytes.first(std::min(slice, bytes.size()));
    status = stream.push(part, on_slice);
    bytes = bytes.subspan(part.size());
  }
  if (status) status = stream.finish();
  outcome.code = status ? "" : status.error().code;
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::size_t slice = 1 + input.number(2) % 500;
  const Outcome whole = inflate(input.rest(), std::size_t(-1));
  const Outcome sliced = inflate(input.rest(), slice);
  require(whole.code == sliced.code || whole.code == "E_GZIP_BOMB" || sliced.code == "E_GZIP_BOMB",
          "slices tell the same");
  if (whole.code.empty() && sliced.code.empty()) require(whole == sliced, "slices give the same bytes");
  require(whole.bytes <= (std::uint64_t{18} << 20) + 201 * size, "output is bounded");
  return 0;
}
