#include "edf/diagnostics.hpp"

#include <algorithm>

#include "base/sort_by.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr bool in_order() {
  for (std::size_t i = 0; i < finding_table.size(); ++i)
    if (finding_table[i].finding != static_cast<Finding>(i) || finding_table[i].code.empty()) return false;
  return true;
}
static_assert(in_order(), "the table stands in the order of Finding");

const FindingText& text_of(Finding finding) {
  return finding_table[static_cast<std::size_t>(finding)];
}

std::size_t weight_of(const Diagnostic& diagnostic) {
  const auto found = std::find_if(finding_table.begin(), finding_table.end(),
                                  [&](const FindingText& text) { return text.code == diagnostic.code; });
  return static_cast<std::size_t>(found - finding_table.begin());
}

/// "0-3, 7" of sorted indices; cut after `limit` runs.
std::string ranges(const std::vector<std::size_t>& sorted) {
  constexpr int limit = 12;
  std::string out;
  int runs = 0;
  for (std::size_t i = 0; i < sorted.size(); ++runs) {
    std::size_t end = i;
    while (end + 1 < sorted.size() && sorted[end + 1] == sorted[end] + 1) ++end;
    if (runs == limit) return out + ", …";
    if (!out.empty()) out += ", ";
    out += std::to_string(sorted[i]);
    if (end > i) out.append("-").append(std::to_string(sorted[end]));
    i = end + 1;
  }
  return out;
}

}  // namespace

words::AsIs in_quotes(std::string_view bytes) {
  return {decode_text(bytes).text};
}

Error refusal(Finding finding, words::Said sentence, words::Text where) {
  return {std::string(text_of(finding).code), std::move(sentence), std::move(where)};
}

void Findings::put(Finding finding, words::Said sentence, words::Text where, std::string_view raw) {
  const FindingText& text = text_of(finding);
  list_.push_back({std::string(text.code), text.severity(), std::move(sentence), std::move(where),
                   decode_text(raw).text});
}

void Findings::gather(Finding finding, std::string_view sentence, std::size_t signal, std::string_view raw) {
  for (OfSignals& group : of_signals_) {
    if (group.finding != finding) continue;
    if (group.signals.empty() || group.signals.back() != signal) group.signals.push_back(signal);
    return;
  }
  of_signals_.push_back({finding, sentence, {signal}, std::string(raw)});
}

void Findings::settle_signals(std::span<const std::string> labels) {
  for (OfSignals& group : of_signals_) {
    std::sort(group.signals.begin(), group.signals.end());
    put(group.finding, {group.sentence, {}}, where_signals(group.signals, labels), group.raw);
  }
  of_signals_.clear();
}

void sort_by_weight(std::vector<Diagnostic>& diagnostics) {
  sort_by(diagnostics, weight_of);
}

words::Said where_signals(const std::vector<std::size_t>& sorted, std::span<const std::string> labels) {
  if (sorted.size() != 1)
    return words::say<"edf.where.several_signals">(
        {{"count", sorted.size()}, {"which", words::as_is(ranges(sorted))}});
  const std::size_t only = sorted.front();
  if (only >= labels.size() || labels[only].empty()) return where_signal(only);
  return words::say<"edf.where.labelled_signal">({{"signal", only}, {"label", words::as_is(labels[only])}});
}

words::Said where_signal(std::size_t index) {
  return words::say<"edf.where.signal">({{"signal", index}});
}

words::Said where_byte(std::uint64_t byte) {
  return words::say<"edf.where.byte">({{"byte", byte}});
}

words::Said where_record(std::uint64_t record) {
  return words::say<"edf.where.record">({{"record", record}});
}

}  // namespace attune::edf
