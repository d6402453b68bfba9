// `attune inspect FILE`: what a recording holds, as JSON.
#include <algorithm>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/language.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"
#include "edf/statistics.hpp"
#include "edf/timeline.hpp"
#include "edf/triggers.hpp"

namespace attune::cli {

namespace {

Json optional_number(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json optional_text(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json signal_json(const edf::Signal& signal, std::uint64_t records, const edf::SignalStatistics* statistics) {
  Json json = Json::object();
  json["label"] = signal.label;
  json["unit"] = signal.unit;
  json["unit_raw"] = signal.unit_raw;
  json["sample_rate_hz"] = signal.sample_rate_hz;
  json["samples"] = records * static_cast<std::uint64_t>(signal.samples_per_record);
  json["samples_per_record"] = signal.samples_per_record;
  json["physical_min"] = signal.physical_min;
  json["physical_max"] = signal.physical_max;
  json["digital_min"] = signal.digital_min;
  json["digital_max"] = signal.digital_max;
  json["calibrated"] = signal.calibrated;
  json["prefilter"] = signal.prefilter;
  json["highpass_hz"] = optional_number(signal.filters.highpass_hz);
  json["lowpass_hz"] = optional_number(signal.filters.lowpass_hz);
  json["notch_hz"] = optional_number(signal.filters.notch_hz);
  json["transducer"] = signal.transducer;
  json["kind"] = std::string(name_of(signal.kind));
  json["site"] = optional_text(signal.site);
  json["reference"] = optional_text(signal.reference);
  json["certainty"] = std::string(name_of(signal.certainty));
  json["stats"] = nullptr;
  if (statistics != nullptr && statistics->samples > 0 && signal.kind != edf::ChannelKind::annotation)
    json["stats"] = {{"min", statistics->min(signal)},
                     {"max", statistics->max(signal)},
                     {"mean", statistics->mean(signal)},
                     {"sd", statistics->sd(signal)},
                     {"outside_digital_range", statistics->outside_digital_range}};
  return json;
}

Json annotation_json(const edf::Annotation& annotation) {
  Json json = Json::object();
  json["onset_s"] = edf::seconds(annotation.onset);
  json["duration_s"] = annotation.duration ? Json(edf::seconds(*annotation.duration)) : Json(nullptr);
  json["text"] = annotation.text;
  if (!annotation.channel.empty()) json["channel"] = annotation.channel;
  return json;
}

Json stretches_json(const std::vector<edf::FlagStretch>& stretches) {
  Json json = Json::array();
  for (const edf::FlagStretch& stretch : stretches)
    json.push_back(Json{{"start_s", edf::seconds(stretch.start)}, {"end_s", edf::seconds(stretch.end)}});
  return json;
}

Json triggers_json(const edf::TriggerReader& triggers) {
  Json json = Json::array();
  for (const edf::TriggerEvent& event : triggers.events())
    json.push_back(Json{{"onset_s", edf::seconds(event.onset)}, {"code", event.code}});
  return json;
}

Json status_json(const edf::StatusFlags& flags) {
  Json epochs = Json::array();
  for (const edf::Ticks onset : flags.new_epochs) epochs.push_back(edf::seconds(onset));
  return {{"new_epochs_s", std::move(epochs)},
          {"cms_out_of_range", stretches_json(flags.cms_lost)},
          {"battery_low", stretches_json(flags.battery_low)},
          {"speed_mode", flags.speed_mode ? Json(*flags.speed_mode) : Json(nullptr)},
          {"mk2", flags.mk2}};
}

/// What is gathered while the records come by.
struct Gathered {
  edf::Statistics statistics;
  std::optional<edf::TriggerReader> triggers;
  bool is_status = false;
  std::optional<std::size_t> trigger_signal;  ///< asked for

  void add(const edf::Record& record) {
    statistics.add(record);
    if (record.index == 0) {
      const auto status = edf::find_status_signal(record.header);
      is_status = status && (!trigger_signal || trigger_signal == status);
      const auto signal = trigger_signal ? trigger_signal : status;
      if (signal) triggers.emplace(*signal, is_status);
    }
    if (triggers) triggers->add(record);
  }
};

Json recording_json(const edf::Reader& reader, const Gathered& gathered, bool identity) {
  const std::vector<edf::SignalStatistics> statistics = gathered.statistics.results();
  const edf::Header& header = reader.header();
  Json json = Json::object();
  json["variant"] = std::string(name_of(header.variant));
  json["start"] = header.start ? Json(*header.start) : Json(nullptr);
  json["start_fraction_s"] = header.start_fraction_s;
  if (identity) {
    json["start_raw"] = header.start_raw;
    json["identity"] = {{"patient", header.identity.patient}, {"recording", header.identity.recording}};
  }
  json["record_duration_s"] = header.record_duration_s;
  json["records"] = header.records;
  json["duration_s"] = edf::seconds(reader.recorded());
  json["signals"] = Json::array();
  for (std::size_t i = 0; i < header.signals.size(); ++i)
    json["signals"].push_back(
        signal_json(header.signals[i], header.records, i < statistics.size() ? &statistics[i] : nullptr));
  json["segments"] = Json::array();
  for (const edf::Segment& segment : reader.segments())
    json["segments"].push_back(
        Json{{"onset_s", edf::seconds(segment.onset)},
             {"duration_s", edf::seconds(edf::ticks_of(segment.records, header.record_duration))}});
  json["annotations"] = Json::array();
  for (const edf::Annotation& annotation : reader.annotations())
    json["annotations"].push_back(annotation_json(annotation));
  if (gathered.triggers) json["triggers"] = triggers_json(*gathered.triggers);
  if (gathered.is_status) json["status"] = status_json(gathered.triggers->flags());
  std::vector<Diagnostic> diagnostics = reader.diagnostics();
  if (gathered.triggers)
    for (Diagnostic& diagnostic : gathered.triggers->diagnostics())
      diagnostics.push_back(std::move(diagnostic));
  for (Diagnostic& diagnostic : edf::diagnose_samples(header, statistics))
    diagnostics.push_back(std::move(diagnostic));
  edf::sort_by_weight(diagnostics);
  json["diagnostics"] = to_json(diagnostics, wording());
  return json;
}

}  // namespace

int inspect(Arguments args) {
  std::string path;
  bool identity = false;
  edf::ReaderOptions options;
  Gathered gathered;
  Options wanted;
  wanted.file(path);
  wanted.flag("--identity", identity);
  wanted.flag("--surplus", options.surplus_records);
  wanted.count("--trigger", gathered.trigger_signal);
  if (const int status = wanted.read(args, "inspect")) return status;
  if (path.empty()) return wrong_usage("inspect");

  std::unique_ptr<edf::Reader> reader;
  const Status status = read_recording(
      path, [&](const edf::Record& record) { gathered.add(record); }, reader, options);
  // A header without data is still worth seeing; the diagnostics say what is missing.
  const bool only_header = !status && status.error().code == "E_NO_RECORDS";
  if (!status && !only_header) return fail(path, status.error());
  if (gathered.triggers) gathered.triggers->finish();
  return print_json(recording_json(*reader, gathered, identity));
}

}  // namespace attune::cli
