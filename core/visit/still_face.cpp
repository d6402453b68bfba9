#include "visit/still_face.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "behavior/coding_reader.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/reason.hpp"
#include "words/say.hpp"

namespace attune::visit {
namespace {

using behavior::PhaseSource;

/// What is wrong and where. Which names a table holds to choose from stays out: a report names nobody.
words::Value said(const Error& error) {
  if (behavior::asks_for_choice(error)) return words::say<"codings.choose">();
  if (error.where.empty()) return error.message;
  return words::say<"codings.at">({{"what", error.message}, {"where", error.where}});
}

std::string digest(const std::string& text) {
  if (text.empty()) return "";
  return sha256_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::vector<Phase> shifted(std::span<const Phase> phases, double by_s) {
  std::vector<Phase> moved(phases.begin(), phases.end());
  for (Phase& phase : moved) {
    phase.start_s += by_s;
    phase.end_s += by_s;
  }
  return moved;
}

/// Phases of the coding itself, and where they come from; none without.
std::pair<std::vector<Phase>, PhaseSource> own_phases(const VisitCoding& coding,
                                                      const VisitOptions& options) {
  if (!options.coding.phases.empty()) return {options.coding.phases, PhaseSource::hand};
  if (coding.first && !coding.first->phases.empty()) return {coding.first->phases, PhaseSource::coding};
  return {{}, PhaseSource::none};
}

Phase whole_coding(const behavior::Coding& coding) {
  return {"whole coding", PhaseKind::other, coding.states.front().start_s, coding.states.back().end_s};
}

void choose_phases(behavior::StillFace& part, std::vector<Phase>& phases, const Visit& visit,
                   const VisitCoding& coding, const VisitOptions& options) {
  std::tie(phases, part.phases_from) = own_phases(coding, options);
  if (part.phases_from != PhaseSource::none) return;
  if (visit.phases.empty()) {
    phases = {whole_coding(*coding.first)};
    part.diagnostics.push_back({"N_CODE_NO_PHASES", Severity::note, words::say<"codings.no_phases">(),
                                words::say<"codings.where.codes">(), ""});
    return;
  }
  phases = shifted(visit.phases, -coding.offset_s.value_or(0));
  part.phases_from = PhaseSource::recording;
  if (!coding.offset_s)
    part.diagnostics.push_back({"W_CODE_OFFSET", Severity::warning, words::say<"codings.clock">(),
                                words::say<"codings.where.codes">(), ""});
}

/// A phase beyond what its kind lasts: of a still-face, which an infant bears for two or three minutes, less than of play.
bool is_too_long(const Phase& phase, const behavior::CodingSettings& settings) {
  constexpr double longest_still_face_s = 600;  // a minute of it is 25 min where frames are taken for seconds
  const double longest_s = phase.kind == PhaseKind::still_face
                               ? std::min(longest_still_face_s, settings.longest_phase_s)
                               : settings.longest_phase_s;
  return phase.end_s - phase.start_s > longest_s;
}

/// Warns of phases that no still-face has, and of a coding longer than its recording: times in another unit.
void check_lengths(behavior::StillFace& part, std::span<const Phase> phases, const behavior::Coding& coding,
                   const Visit& visit, const behavior::CodingSettings& settings) {
  const auto length_s = [](const Phase& phase) { return phase.end_s - phase.start_s; };
  const auto too_long = std::find_if(phases.begin(), phases.end(),
                                     [&](const Phase& phase) { return is_too_long(phase, settings); });
  const auto& segments = visit.file.segments;
  const double recorded_s = segments.empty() ? 0 : segments.back().end_s - segments.front().start_s;
  if (too_long != phases.end()) {
    part.diagnostics.push_back(
        {"W_CODE_LONG_PHASE", Severity::warning,
         words::say<"codings.long_phase">({{"phase", words::as_is(too_long->name)},
                                           {"length", words::duration(length_s(*too_long))},
                                           {"known", recorded_s > 0},
                                           {"recorded", words::duration(recorded_s)}}),
         words::say<"codings.where.codes">(), ""});
    return;
  }
  const double coded_s = coding.states.back().end_s - coding.states.front().start_s;
  if (recorded_s > 0 && coded_s > recorded_s + settings.bin_s)
    part.diagnostics.push_back(
        {"W_CODE_LONGER", Severity::warning,
         words::say<"codings.longer_than_recording">(
             {{"coded", words::duration(coded_s)}, {"recorded", words::duration(recorded_s)}}),
         words::say<"codings.where.codes">(), ""});
}

/// Warns of the phase of which the least is coded, where shares of the coded time are far from those of the phase: where a
/// coder notes protest alone, all that is coded is protest.
void check_coded(behavior::StillFace& part) {
  // By so much may a share of the phase differ from that of what is coded.
  constexpr double most_uncoded = 0.25;
  const auto share_uncoded = [](const behavior::StillFacePhase& phase) {
    return phase.scorable_s > 0 ? phase.uncoded_s / (phase.uncoded_s + phase.scorable_s) : 0.0;
  };
  const auto least =
      std::max_element(part.phases.begin(), part.phases.end(),
                       [&](const auto& a, const auto& b) { return share_uncoded(a) < share_uncoded(b); });
  if (least == part.phases.end() || share_uncoded(*least) <= most_uncoded) return;
  part.diagnostics.push_back({"W_CODE_UNCODED", Severity::warning,
                              words::say<"codings.uncoded">(
                                  {{"phase", words::as_is(least->phase.name)},
                                   {"uncoded", words::duration(least->uncoded_s)},
                                   {"length", words::duration(least->phase.end_s - least->phase.start_s)}}),
                              words::say<"codings.where.codes">(), ""});
}

/// States in the order of the settings' rules, then the others in the order of time.
std::vector<std::string> states_in_order(const VisitCoding& coding, const Settings& settings) {
  std::vector<std::string> coded, ordered;
  const auto add_once = [](std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const auto* one : {&coding.first, &coding.second})
    if (*one)
      for (const behavior::Code& code : (*one)->states)
        if (code.state != behavior::unscorable_state) add_once(coded, code.state);
  for (const behavior::StateRule& rule : settings.coding.states)
    if (std::find(coded.begin(), coded.end(), rule.state) != coded.end()) add_once(ordered, rule.state);
  for (const std::string& state : coded) add_once(ordered, state);
  return ordered;
}

std::vector<behavior::StateRun> runs_of(const behavior::Coding& coding) {
  std::vector<behavior::StateRun> runs;
  for (const behavior::Code& code : coding.states) runs.push_back({code.state, code.start_s, code.end_s});
  return runs;
}

/// Where the recording's phase of the same kind stands, counted as the coding counts it; none if nowhere, or
/// if both clocks are known and the two do not meet.
std::optional<std::size_t> same_phase(const Visit& visit, std::span<const behavior::StillFacePhase> phases,
                                      std::size_t index, const std::optional<double>& offset_s) {
  const Phase& wanted = phases[index].phase;
  if (wanted.kind == PhaseKind::other) return std::nullopt;
  std::size_t turn = 0;
  for (std::size_t i = 0; i < index; ++i) turn += phases[i].phase.kind == wanted.kind;
  for (std::size_t i = 0; i < visit.phases.size(); ++i) {
    const Phase& phase = visit.phases[i];
    if (phase.kind != wanted.kind || turn-- > 0) continue;
    const bool apart =
        offset_s && (wanted.end_s + *offset_s <= phase.start_s || wanted.start_s + *offset_s >= phase.end_s);
    return apart ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

behavior::PhaseBeside beside(const Visit& visit, std::optional<std::size_t> place) {
  behavior::PhaseBeside found;
  const words::Said none =
      visit.recorded ? words::say<"reason.no_phase_recording">() : words::say<"reason.no_recording">();
  found.rsa_ln_ms2 = found.heart_rate_bpm = found.faa_ln = missing(none);
  if (!place) return found;
  if (*place < visit.heart.phases.size()) {
    found.rsa_ln_ms2 = visit.heart.phases[*place].rsa_ln_ms2;
    found.heart_rate_bpm = visit.heart.phases[*place].heart_rate_bpm;
  } else {
    found.rsa_ln_ms2 = found.heart_rate_bpm = missing(visit.heart.reason);
  }
  // Phases of the primary pair come first, in their order.
  found.faa_ln = *place < visit.eeg.phase_asymmetry.size() ? visit.eeg.phase_asymmetry[*place].absolute
                                                           : missing(visit.eeg.reason);
  return found;
}

void compare_coders(behavior::StillFace& part, const VisitCoding& coding, std::span<const Phase> phases,
                    const Settings& settings) {
  if (!coding.second) {
    part.agreement.reason = coding.second_reason;
    return;
  }
  part.runs_second = runs_of(*coding.second);
  for (const Diagnostic& one : coding.second->diagnostics)
    if (one.severity == Severity::warning) part.diagnostics.push_back(one);
  part.agreement = behavior::coder_agreement(coding.first->states, coding.second->states, phases,
                                             settings.coding.bin_s, settings.coding.agreement_stretch_s);
}

}  // namespace

const std::string& second_codes(const VisitOptions& options) {
  const bool in_first = options.codes_second.empty() && options.coding.second.is_chosen();
  return in_first ? options.codes : options.codes_second;
}

VisitCoding read_visit_coding(const VisitOptions& options, std::span<const edf::Annotation> annotations,
                              const Settings& settings) {
  VisitCoding coding;
  coding.offset_s = options.coding.offset_s;
  coding.second_reason = words::say<"reason.no_second_coding">();
  if (options.codes.empty()) {
    coding.reason = behavior::StillFace{}.reason;
    if (!options.coding.annotations) return coding;
    auto found = behavior::annotated_coding(annotations, settings.coding, settings.phases);
    if (!found)
      coding.reason = words::say<"codings.annotations_unusable">({{"why", said(found.error())}});
    else if (!found->states.empty())
      coding.first = std::move(*found);
    coding.offset_s = 0;
  } else {
    auto found = behavior::read_coding(options.codes, options.coding, settings.coding, settings.phases);
    if (found)
      coding.first = std::move(*found);
    else
      coding.reason = words::say<"codings.cannot_read">({{"why", said(found.error())}});
  }
  coding.second_text = second_codes(options);
  if (coding.second_text.empty()) return coding;
  auto second = behavior::read_second_coding(coding.second_text, coding.first ? &*coding.first : nullptr,
                                             options.coding, settings.coding, settings.phases);
  if (second)
    coding.second = std::move(*second);
  else if (second.error().code == "E_CODE_SAME")
    coding.second_reason = second.error().message;
  else
    coding.second_reason = words::say<"codings.cannot_read_second">({{"why", said(second.error())}});
  return coding;
}

std::vector<Phase> recording_phases(std::span<const Phase> annotated, double end_s, const VisitCoding& coding,
                                    const VisitOptions& options) {
  if (!annotated.empty() || !coding.offset_s) return {annotated.begin(), annotated.end()};
  auto phases = shifted(own_phases(coding, options).first, *coding.offset_s);
  for (Phase& phase : phases) {
    phase.start_s = std::max(phase.start_s, 0.0);
    phase.end_s = std::min(phase.end_s, end_s);
  }
  std::erase_if(phases, [](const Phase& phase) { return phase.end_s <= phase.start_s; });
  return phases;
}

behavior::StillFace measure_still_face(const Visit& visit, const VisitCoding& coding,
                                       const VisitOptions& options, const Settings& settings) {
  behavior::StillFace part;
  part.sha256 = digest(options.codes);
  part.sha256_second = digest(coding.second_text);
  part.offset_s = coding.offset_s;
  if (!coding.first) {
    part.reason = coding.reason;
    return part;
  }
  part.reason = {};
  part.format = coding.first->format;
  part.diagnostics = coding.first->diagnostics;
  part.points = coding.first->points;
  part.states = states_in_order(coding, settings);
  part.runs = runs_of(*coding.first);
  std::vector<Phase> phases;
  choose_phases(part, phases, visit, coding, options);
  check_lengths(part, phases, *coding.first, visit, settings.coding);
  part.phases = behavior::summarize_phases(coding.first->states, phases, part.states);
  check_coded(part);
  part.effects = behavior::state_effects(part.phases, part.states);
  for (std::size_t i = 0; i < part.phases.size(); ++i)
    part.phases[i].beside = beside(visit, same_phase(visit, part.phases, i, coding.offset_s));
  compare_coders(part, coding, phases, settings);
  return part;
}

}  // namespace attune::visit
