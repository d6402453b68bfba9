#include "edf/tal_blocks.hpp"

#include <algorithm>
#include <span>

#include "base/sort_by.hpp"

namespace attune::edf {

namespace {

/// Ticks as decimal seconds with a sign, no needless digits: "+12.5".
std::string onset_text(Ticks ticks, bool sign) {
  const bool negative = ticks < 0;
  const Ticks size = negative ? -ticks : ticks;
  std::string text = negative ? "-" : sign ? "+" : "";
  text += std::to_string(size / ticks_per_second);
  std::string fraction = std::to_string(ticks_per_second + size % ticks_per_second).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? text : text + "." + fraction;
}

std::string tal_of(const Annotation& annotation) {
  std::string tal = onset_text(annotation.onset, true);
  if (annotation.duration) tal += '\x15' + onset_text(std::max<Ticks>(*annotation.duration, 0), false);
  return tal + '\x14' + tal_text(annotation.text) + '\x14' + '\0';
}

/// Spreads TALs over the records so that none holds more than `room` bytes, each in its own record or a later
/// one; false if they do not fit.
bool place_tals(std::span<const TalsOfRecord> tals, std::uint64_t count, std::size_t room,
                std::vector<TalsOfRecord>& records) {
  records.clear();
  for (const auto& [wanted, tal] : tals) {
    std::uint64_t at = records.empty() ? wanted : std::max(wanted, records.back().record);
    if (!records.empty() && at == records.back().record && records.back().tals.size() + tal.size() > room)
      ++at;
    if (at >= count) return false;
    if (records.empty() || records.back().record < at) records.push_back({at, {}});
    records.back().tals += tal;
  }
  return true;
}

}  // namespace

std::string timekeeping_tal(Ticks onset) {
  return onset_text(onset, true) + "\x14\x14" + '\0';
}

std::string tal_text(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != '\0' && c != '\x14' && c != '\x15') kept += c;
  return kept;
}

TalBlocks lay_out(std::vector<Annotation> annotations, std::uint64_t records, double record_duration_s) {
  sort_by(annotations, &Annotation::onset);
  std::vector<TalsOfRecord> tals;
  std::size_t longest = 0, total = 0;
  const double last = static_cast<double>(records > 0 ? records - 1 : 0);
  for (const Annotation& annotation : annotations) {
    if (tal_text(annotation.text).empty()) continue;
    const double record = record_duration_s > 0 ? seconds(annotation.onset) / record_duration_s : 0;
    tals.push_back({static_cast<std::uint64_t>(std::clamp(record, 0.0, last)), tal_of(annotation)});
    longest = std::max(longest, tals.back().tals.size());
    total += tals.back().tals.size();
  }
  TalBlocks blocks;
  blocks.room = longest;
  while (!tals.empty() && records > 0 && !place_tals(tals, records, blocks.room, blocks.records)) {
    // Late annotations that do not fit behind each other may stand anywhere.
    if (blocks.room >= total)
      for (TalsOfRecord& tal : tals) tal.record = 0;
    blocks.room = std::min(2 * blocks.room, std::max(blocks.room + longest, total));
  }
  return blocks;
}

}  // namespace attune::edf
