#include "visit/parts.hpp"

#include <algorithm>
#include <cmath>

#include "base/sort_by.hpp"
#include "edf/start.hpp"
#include "words/ids/parts.hpp"

namespace attune::visit {
namespace {

using edf::ChannelKind;

constexpr double whole_seconds_s = 1;  // start times stand in whole seconds, cut off

bool is_measured(const edf::Signal& signal) {
  return signal.kind == ChannelKind::eeg || signal.kind == ChannelKind::ecg ||
         signal.kind == ChannelKind::respiration;
}

int channels_of(const edf::Header& header) {
  return static_cast<int>(
      std::count_if(header.signals.begin(), header.signals.end(),
                    [](const edf::Signal& signal) { return signal.kind != ChannelKind::annotation; }));
}

Error refusal(const char* code, words::Said sentence) {
  return Error{code, std::move(sentence), ""};
}

std::optional<double> start_of(const edf::Header& whole, const edf::Header& part, double first_onset_s) {
  if (!whole.start || !part.start) return std::nullopt;
  const auto from = edf::parse_iso(*whole.start), to = edf::parse_iso(*part.start);
  if (!from || !to) return std::nullopt;
  const double start_s = edf::seconds_between(*from, *to) + first_onset_s - whole.start_fraction_s;
  return edf::seconds(std::llround(start_s * edf::ticks_per_second));  // each of the three is one of ticks
}

}  // namespace

PlacedPart Whole::match(const edf::Header& part) const {
  PlacedPart placed;
  placed.first_new = header_.signals.size();
  placed.local.resize(header_.signals.size());
  for (std::size_t i = 0; i < part.signals.size(); ++i) {
    std::size_t found = placed.local.size();
    for (std::size_t w = 0; w < header_.signals.size() && found == placed.local.size(); ++w)
      if (!placed.local[w] && header_.signals[w].label == part.signals[i].label) found = w;
    if (found == placed.local.size()) placed.local.emplace_back();
    placed.local[found] = i;
    placed.whole.push_back(found);
  }
  return placed;
}

Status Whole::check_channels(const edf::Header& part, const PlacedPart& placed) const {
  bool shares_eeg = false, shares_ecg = false;
  for (std::size_t i = 0; i < part.signals.size(); ++i) {
    if (placed.whole[i] >= placed.first_new) continue;
    const edf::Signal &own = part.signals[i], &before = header_.signals[placed.whole[i]];
    shares_eeg |= own.kind == ChannelKind::eeg;
    shares_ecg |= own.kind == ChannelKind::ecg;
    if (!is_measured(own) && !is_measured(before)) continue;
    constexpr double same_rate = 1e-6;
    if (std::abs(own.sample_rate_hz - before.sample_rate_hz) > same_rate * before.sample_rate_hz)
      return refusal("E_PARTS_CHANNEL",
                     words::say<"parts.rate">({{"label", words::as_is(own.label)},
                                               {"before", words::at_most(before.sample_rate_hz, 2)},
                                               {"after", words::at_most(own.sample_rate_hz, 2)}}));
    if (own.unit != before.unit || own.kind != before.kind || own.calibrated != before.calibrated ||
        own.reference != before.reference)
      return refusal("E_PARTS_CHANNEL", words::say<"parts.unlike">({{"label", words::as_is(own.label)}}));
  }
  for (std::size_t w = 0; w < placed.first_new && shares_eeg; ++w)
    if (header_.signals[w].kind == ChannelKind::eeg && !placed.local[w])
      return refusal("E_PARTS_CHANNELS",
                     words::say<"parts.lacks">({{"label", words::as_is(header_.signals[w].label)}}));
  for (std::size_t i = 0; i < part.signals.size(); ++i) {
    const edf::Signal& own = part.signals[i];
    if (placed.whole[i] < placed.first_new) continue;
    const bool again =
        own.kind == ChannelKind::eeg && !own.site.empty() &&
        std::any_of(header_.signals.begin(), header_.signals.end(), [&](const edf::Signal& one) {
          return one.kind == ChannelKind::eeg && one.site == own.site;
        });
    if (again || (own.kind == ChannelKind::eeg && shares_eeg))
      return refusal("E_PARTS_CHANNELS", words::say<"parts.other">({{"label", words::as_is(own.label)}}));
    const bool other_heart =
        own.kind == ChannelKind::ecg && !shares_ecg && placed.start_s >= end_of_ecg() && end_of_ecg() > 0;
    if (other_heart)
      return refusal("E_PARTS_CHANNELS",
                     words::say<"parts.other_heart">({{"label", words::as_is(own.label)}}));
  }
  return success();
}

double Whole::end_of_ecg() const {
  double end_s = 0;
  for (std::size_t w = 0; w < ends_s_.size(); ++w)
    if (header_.signals[w].kind == ChannelKind::ecg) end_s = std::max(end_s, ends_s_[w]);
  return end_s;
}

Status Whole::check_time(const edf::Header& part, const CheckSettings& settings, PlacedPart& placed) const {
  if (placed.start_s < -whole_seconds_s)
    return refusal("E_PARTS_ORDER", words::say<"parts.order">({{"time", words::duration(-placed.start_s)}}));
  placed.start_s = std::max(0.0, placed.start_s);
  double end_s = 0, shared_end_s = 0;
  std::string shared;
  for (const double one_s : ends_s_) end_s = std::max(end_s, one_s);
  for (std::size_t i = 0; i < part.signals.size(); ++i)
    if (placed.whole[i] < placed.first_new && is_measured(part.signals[i]) &&
        ends_s_[placed.whole[i]] > shared_end_s) {
      shared_end_s = ends_s_[placed.whole[i]];
      shared = part.signals[i].label;
    }
  if (placed.start_s < shared_end_s - whole_seconds_s)
    return refusal(
        "E_PARTS_OVERLAP",
        words::say<"parts.overlap">({{"label", words::as_is(shared)},
                                     {"time", words::duration(std::round(shared_end_s - placed.start_s))}}));
  placed.start_s = std::max(placed.start_s, shared_end_s);
  constexpr double hour_s = 3600;
  if (placed.start_s - end_s > settings.longest_gap_of_parts_h * hour_s)
    return refusal("E_PARTS_FAR", words::say<"parts.far">(
                                      {{"hours", words::at_most((placed.start_s - end_s) / hour_s, 1)}}));
  return success();
}

Status Whole::admit(const edf::Header& part, double first_onset_s, std::optional<double> start_s,
                    const CheckSettings& settings, PlacedPart& placed) {
  const bool first = parts_.empty();
  if (!first) {
    const auto by_header = start_of(header_, part, first_onset_s);
    if (!start_s && !by_header) return refusal("E_PARTS_TIME", words::say<"parts.no_start">());
    placed.by_hand = start_s.has_value();
    placed.start_s = start_s ? *start_s : *by_header;
    const edf::PersonsDiffer differ = edf::compare_persons(person_, edf::read_person(part.identity));
    if (differ.any()) return refusal("E_PARTS_PERSONS", words::say<"parts.persons">());
    if (const Status status = check_time(part, settings, placed); !status) return status;
    if (const Status status = check_channels(part, placed); !status) return status;
    by_hand_ |= placed.by_hand;
  }
  if (person_.empty()) person_ = edf::read_person(part.identity);
  if (first) header_ = part;
  for (std::size_t i = 0; i < part.signals.size() && !first; ++i)
    if (placed.whole[i] >= placed.first_new) header_.signals.push_back(part.signals[i]);
  ends_s_.resize(header_.signals.size());
  return success();
}

void Whole::close(const edf::Header& finished, const PlacedPart& placed,
                  const std::vector<Interval>& segments, std::uint64_t bytes) {
  if (parts_.empty()) {
    std::vector<edf::Signal> signals = std::move(header_.signals);
    header_ = finished;
    header_.signals = std::move(signals);
  }
  RecordingPart part;
  part.start_s = placed.start_s;
  part.end_s = placed.start_s;
  part.variant = std::string(name_of(finished.variant));
  part.bytes = bytes;
  part.channels = channels_of(finished);
  for (const std::size_t w : placed.whole)
    part.eeg_channels += header_.signals[w].kind == ChannelKind::eeg ? 1 : 0;
  for (const Interval& segment : segments) {
    part.end_s = std::max(part.end_s, segment.end_s);
    part.recorded_s += segment.duration_s();
    segments_.push_back(segment);
  }
  for (const std::size_t w : placed.whole) ends_s_[w] = std::max(ends_s_[w], part.end_s);
  parts_.push_back(std::move(part));
}

Status Whole::name(const FileDigests& digests) {
  if (digests.all.empty() || digests.files.size() != parts_.size())
    return Error{"E_USE", "Digests are of as many files as were read.", ""};
  for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].sha256 = digests.files[i];
  return success();
}

std::vector<Interval> Whole::segments() const {
  if (parts_.size() < 2) return segments_;
  std::vector<Interval> sorted = segments_, united;
  sort_by(sorted, &Interval::start_s);
  for (const Interval& one : sorted) {
    if (!united.empty() && one.start_s < united.back().end_s)
      united.back().end_s = std::max(united.back().end_s, one.end_s);
    else
      united.push_back(one);
  }
  return united;
}

std::vector<Diagnostic> Whole::tell() const {
  if (parts_.size() < 2) return {};
  words::Value::List told;
  bool at_once = false;
  double end_s = 0;
  for (const RecordingPart& part : parts_) {
    told.push_back(words::say<"parts.part">({{"channels", part.channels},
                                             {"start", words::duration(std::round(10 * part.start_s) / 10)},
                                             {"end", words::duration(std::round(10 * part.end_s) / 10)}}));
    at_once |= part.start_s < end_s;
    end_s = std::max(end_s, part.end_s);
  }
  std::vector<Diagnostic> diagnostics;
  diagnostics.push_back(
      {"N_PARTS", Severity::note,
       words::say<"parts.joined">({{"files", parts_.size()}, {"hand", by_hand_}, {"parts", std::move(told)}}),
       "", ""});
  if (at_once && !by_hand_)
    diagnostics.push_back({"N_PARTS_CLOCK", Severity::note, words::say<"parts.clock">(), "", ""});
  return diagnostics;
}

std::vector<edf::Annotation> together(std::vector<edf::Annotation> own,
                                      const std::vector<edf::Annotation>& beside) {
  constexpr edf::Ticks same_instant = edf::ticks_per_second / 100;
  const std::size_t recorded = own.size();
  for (const edf::Annotation& mark : beside) {
    const bool known = std::any_of(
        own.begin(), own.begin() + static_cast<std::ptrdiff_t>(recorded), [&](const edf::Annotation& one) {
          return one.text == mark.text && std::abs(one.onset - mark.onset) <= same_instant;
        });
    if (!known) own.push_back(mark);
  }
  sort_by(own, &edf::Annotation::onset);
  return own;
}

}  // namespace attune::visit
