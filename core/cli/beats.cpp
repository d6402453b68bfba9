// `attune beats FILE`: R peaks of the ECG as CSV.
#include <array>
#include <charconv>
#include <cstdio>

#include "base/sha256.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/options.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "edf/channels.hpp"
#include "visit/settings.hpp"

namespace attune::cli {

namespace {

struct BeatsArguments {
  std::string path;
  std::optional<std::string> label;
  std::optional<ecg::Preset> preset;
  std::optional<double> age_months;
  std::string settings_path;
  bool raw = false;
  ecg::Settings settings;  ///< from the file, of the age group
};

/// The exit status where they are not understood.
int read_beats_arguments(Arguments args, BeatsArguments& wanted) {
  Options options;
  options.file(wanted.path);
  options.flag("--raw", wanted.raw);
  options.text("--signal", wanted.label);
  options.text("--settings", wanted.settings_path);
  options.preset("--preset", wanted.preset);
  options.age(wanted.age_months);
  if (const int status = options.read(args, "beats")) return status;
  return wanted.path.empty() ? wrong_usage("beats") : 0;
}

/// The signals that the beats may be taken from, each with its stream.
class Channels {
 public:
  explicit Channels(const BeatsArguments& wanted) : wanted_(wanted) {}

  void take(const edf::Record& record) {
    if (!chosen_) choose(record.header);
    for (Channel& channel : channels_) {
      const edf::Signal& signal = record.header.signals[channel.index];
      samples_.resize(static_cast<std::size_t>(signal.samples_per_record));
      record.physical(channel.index, samples_);
      if (record.starts_segment) channel.stream.begin_segment(edf::seconds(record.onset));
      channel.stream.push(samples_);
    }
  }

  bool none() const { return channels_.empty(); }

  /// Why none of the signals meant can be used; empty where there is none.
  const words::Text& why_not() const { return why_not_; }

  /// Of several the one of the best quality; the first one where they are equal.
  ecg::EcgFeatures best() {
    ecg::EcgFeatures best;
    for (std::size_t i = 0; i < channels_.size(); ++i) {
      ecg::EcgFeatures features = channels_[i].stream.finish();
      if (i == 0 || features.quality > best.quality) best = std::move(features);
    }
    return best;
  }

 private:
  struct Channel {
    std::size_t index;
    ecg::BeatStream stream;
  };

  void choose(const edf::Header& header) {
    chosen_ = true;
    for (std::size_t i = 0; i < header.signals.size(); ++i) {
      const edf::Signal& signal = header.signals[i];
      if (signal.kind == edf::ChannelKind::annotation || !(signal.sample_rate_hz > 0)) continue;
      const bool meant =
          wanted_.label ? signal.label == *wanted_.label : signal.kind == edf::ChannelKind::ecg;
      if (!meant) continue;
      edf::Signal as_ecg = signal;
      as_ecg.kind = edf::ChannelKind::ecg;
      why_not_ = edf::unusable_rate(as_ecg);
      if (why_not_.empty())
        channels_.push_back({i, ecg::BeatStream(signal.sample_rate_hz, wanted_.settings)});
    }
  }

  const BeatsArguments& wanted_;
  bool chosen_ = false;
  words::Text why_not_;
  std::vector<Channel> channels_;
  std::vector<double> samples_;
};

/// The edits by hand that are meant for this file.
Result<std::vector<ecg::BeatEdit>> edits_of(const std::string& path, const visit::EditSettings& edits) {
  if (edits.recordings.empty()) return std::vector<ecg::BeatEdit>{};
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  Sha256 hash;
  const Status status = file->read([&](std::span<const std::uint8_t> slice) {
    hash.update(slice);
    return success();
  });
  if (!status) return status.error();
  return edits.of(hash.hex()).beats;
}

void append_number(std::string& out, double value) {
  std::array<char, 32> text;
  out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
}

void print(const std::vector<ecg::Beat>& beats) {
  std::string out = "time_s,kind,confidence,timing_noise_ms,likeness\n";
  for (const ecg::Beat& beat : beats) {
    append_number(out, beat.time_s);
    out += ',';
    out += name_of(beat.kind);
    out += ',';
    append_number(out, beat.confidence);
    out += ',';
    append_number(out, beat.timing_noise_ms);
    out += ',';
    append_number(out, beat.likeness);
    out += '\n';
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
}

}  // namespace

int beats(Arguments args) {
  BeatsArguments wanted;
  if (const int status = read_beats_arguments(args, wanted)) return status;
  const auto settings = settings_from<visit::Settings>(wanted.settings_path);
  if (!settings) return fail(wanted.settings_path, settings.error());
  wanted.settings = settings->ecg;
  if (wanted.preset) wanted.settings.preset = *wanted.preset;
  wanted.settings = ecg::settings_at(wanted.settings, wanted.age_months);
  Channels channels(wanted);
  std::unique_ptr<edf::Reader> reader;
  const Status status = read_recording(
      wanted.path, [&](const edf::Record& record) { channels.take(record); }, reader);
  if (!status) return fail(wanted.path, status.error());
  if (channels.none()) {
    if (!channels.why_not().empty()) return fail(wanted.path, {"E_RATE", channels.why_not(), ""});
    if (wanted.label)
      return fail(wanted.path, {"E_NO_SIGNAL", "There is no signal \"" + *wanted.label + "\".", "--signal"});
    return fail(wanted.path, {"E_NO_ECG", "No signal of it is an ECG; name one with --signal.", ""});
  }
  const ecg::EcgFeatures features = channels.best();
  if (wanted.raw) {
    print(features.beats);
    return 0;
  }
  const auto by_hand = edits_of(wanted.path, settings->edits);
  if (!by_hand) return fail(wanted.path, by_hand.error());
  print(ecg::edit_beats(features, *by_hand, wanted.settings));
  return 0;
}

}  // namespace attune::cli
