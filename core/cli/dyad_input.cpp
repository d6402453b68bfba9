#include "cli/dyad_input.hpp"

#include "cli/files.hpp"

namespace attune::cli {
namespace {

Result<dyad::HeartFile> read_hearts(const std::string& path, const dyad::PairWanted& wanted,
                                    std::optional<dyad::Who> who) {
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  dyad::HeartStream stream(file->size(), wanted, who);
  const Status status = file->read([&](std::span<const std::uint8_t> slice) { return stream.push(slice); });
  if (!status) return status.error();
  return stream.finish();
}

}  // namespace

Result<dyad::Pair> read_dyad(const DyadFiles& files, const dyad::PairWanted& wanted, std::string& where) {
  if (!files.recording.empty()) {
    where = files.recording;
    const auto both = read_hearts(files.recording, wanted, std::nullopt);
    if (!both) return both.error();
    return pair_of(*both, wanted);
  }
  std::optional<dyad::HeartFile> mother, infant;
  for (const dyad::Who who : {dyad::Who::mother, dyad::Who::infant}) {
    const std::string& path = who == dyad::Who::mother ? files.mother : files.infant;
    if (path.empty()) continue;
    where = path;
    auto file = read_hearts(path, wanted, who);
    if (!file) return file.error();
    (who == dyad::Who::mother ? mother : infant) = std::move(*file);
  }
  return pair_of(mother ? &*mother : nullptr, infant ? &*infant : nullptr, wanted);
}

}  // namespace attune::cli
