#include "dyad/dyad.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "dyad/series.hpp"
#include "words/ids/dyad.hpp"

namespace attune::dyad {

namespace {

using words::say;

HeartInput on_shared_clock(HeartInput heart, const Clock& clock) {
  for (ecg::Beat& beat : heart.beats) beat.time_s = clock.shared(beat.time_s);
  for (auto* stretches : {&heart.segments, &heart.unusable})
    for (Interval& one : *stretches) one = {clock.shared(one.start_s), clock.shared(one.end_s)};
  return heart;
}

Interval extent(const HeartInput& heart) {
  if (heart.beats.empty()) return {};
  return {heart.beats.front().time_s, heart.beats.back().time_s};
}

/// From the first to the last moment that counts: what both share, or all of the one there is.
Interval common(const std::optional<HeartInput>& mother, const std::optional<HeartInput>& infant) {
  if (!mother || !infant) return extent(mother ? *mother : *infant);
  const Interval m = extent(*mother), i = extent(*infant);
  return {std::max(m.start_s, i.start_s), std::min(m.end_s, i.end_s)};
}

struct HeartCourses {
  std::vector<double> rsa, period;
};

HeartCourses courses_of(const std::optional<HeartInput>& heart, const Grid& grid, const Settings& settings) {
  const std::vector<double> none(grid.count, std::numeric_limits<double>::quiet_NaN());
  if (!heart) return {none, none};
  const auto used = hrv::nn_series(heart->beats, heart->segments, heart->unusable, heart->settings);
  return {rsa_course(used, grid, settings, heart->settings), heart_period_course(used, grid, settings)};
}

std::optional<double> mean_within(std::span<const double> course, const std::vector<Part>& parts) {
  double sum = 0;
  int n = 0;
  for (const Part& part : parts)
    for (std::size_t t = part.begin; t < part.end; ++t)
      if (std::isfinite(course[t])) {
        sum += course[t];
        ++n;
      }
  if (n == 0) return {};
  return sum / n;
}

/// The pair's courses from the first step of the parts to the last, and the parts counted from there.
Coupling couple_within(CourseKind kind, std::span<const double> mother, std::span<const double> infant,
                       std::vector<Part> parts, const Settings& settings) {
  std::size_t first = mother.size(), past = 0;
  for (const Part& part : parts) {
    first = std::min(first, part.begin);
    past = std::max(past, part.end);
  }
  if (first >= past) first = past = 0;
  for (Part& part : parts) part = {part.begin - first, std::max(part.end, first) - first};
  return couple(kind, mother.subspan(first, past - first), infant.subspan(first, past - first), parts,
                settings);
}

void measure(Stretch& stretch, const std::vector<Part>& parts, const Courses& c, bool both,
             const Settings& settings) {
  stretch.mother_rsa_ln_ms2 = mean_within(c.mother_rsa_ln_ms2, parts);
  stretch.infant_rsa_ln_ms2 = mean_within(c.infant_rsa_ln_ms2, parts);
  stretch.mother_heart_period_ms = mean_within(c.mother_heart_period_ms, parts);
  stretch.infant_heart_period_ms = mean_within(c.infant_heart_period_ms, parts);
  if (!both) {
    stretch.rsa = without_pair(CourseKind::rsa);
    stretch.heart_period = without_pair(CourseKind::heart_period);
    return;
  }
  stretch.rsa = couple_within(CourseKind::rsa, c.mother_rsa_ln_ms2, c.infant_rsa_ln_ms2, parts, settings);
  stretch.heart_period = couple_within(CourseKind::heart_period, c.mother_heart_period_ms,
                                       c.infant_heart_period_ms, parts, settings);
  decide_together(stretch.rsa, stretch.heart_period, settings);
}

Heart described(const HeartInput& input) {
  Heart heart;
  heart.source = input.source;
  heart.preset = std::string(name_of(input.group.preset));
  heart.preset_reason = input.group.reason;
  heart.beats = static_cast<int>(std::count_if(
      input.beats.begin(), input.beats.end(), [](const ecg::Beat& b) { return !ecg::is_taken_out(b.kind); }));
  heart.edits = input.edits;
  heart.rsa_low_hz = input.settings.rsa_low_hz;
  heart.rsa_high_hz = input.settings.rsa_high_hz;
  return heart;
}

void tell_edits(const char* who, const std::optional<Heart>& heart, std::vector<Diagnostic>& diagnostics) {
  if (!heart || heart->edits == 0) return;
  diagnostics.push_back({"N_DYAD_EDITED", Severity::note,
                         say<"dyad.edited">({{"who", words::as_is(who)}, {"n", heart->edits}}), "", ""});
}

/// Two channels that show one heart would be coupled without any lag.
void doubt_two_hearts(const HeartInput& mother, const HeartInput& infant,
                      std::vector<Diagnostic>& diagnostics) {
  constexpr double same_s = 0.015, most_by_chance = 0.5;
  std::size_t at = 0, same = 0;
  for (const ecg::Beat& beat : infant.beats) {
    while (at < mother.beats.size() && mother.beats[at].time_s < beat.time_s - same_s) ++at;
    same += at < mother.beats.size() && mother.beats[at].time_s <= beat.time_s + same_s;
  }
  const double share =
      infant.beats.empty() ? 0 : static_cast<double>(same) / static_cast<double>(infant.beats.size());
  if (share <= most_by_chance) return;
  diagnostics.push_back({"W_DYAD_ONE_HEART", Severity::warning,
                         say<"dyad.same_heart">({{"percent", words::number(100 * share, 0)}}), "", ""});
}

}  // namespace

std::vector<words::Text> methods(const std::optional<Heart>& mother, const std::optional<Heart>& infant,
                                 const Settings& s) {
  const hrv::Settings adult = hrv::settings_for(ecg::Preset::adult),
                      young = hrv::settings_for(ecg::Preset::infant);
  const auto plain = [](double value) { return words::at_most(value, 2); };
  return {say<"dyad.method_series">({{"mother_low", plain(mother ? mother->rsa_low_hz : adult.rsa_low_hz)},
                                     {"mother_high", plain(mother ? mother->rsa_high_hz : adult.rsa_high_hz)},
                                     {"infant_low", plain(infant ? infant->rsa_low_hz : young.rsa_low_hz)},
                                     {"infant_high", plain(infant ? infant->rsa_high_hz : young.rsa_high_hz)},
                                     {"window", plain(s.window_s)},
                                     {"step", plain(s.step_s)},
                                     {"missing", plain(s.most_missing_percent)},
                                     {"edited", plain(s.most_edited_percent)}}),
          say<"dyad.method_correlation">({{"slowest", plain(s.slowest_s)}}),
          say<"dyad.method_drift">(
              {{"slowest", plain(s.slowest_s)}, {"most", plain(s.max_lag_s)}, {"block", plain(s.block_s)}}),
          say<"dyad.method_past">()};
}

Result<Dyad> analyze(const std::optional<HeartInput>& mother, const std::optional<HeartInput>& infant,
                     const Clock& clock, std::span<const Phase> phases, const Settings& settings) {
  std::optional<HeartInput> moved;
  if (infant) moved = on_shared_clock(*infant, clock);
  const Interval time = common(mother, moved);
  const bool both = mother && moved;
  if (both && time.duration_s() <= 0) return Error{"E_DYAD_OVERLAP", say<"dyad.no_overlap">(), ""};
  Dyad dyad;
  dyad.settings = settings;
  dyad.clock = clock;
  if (mother) dyad.mother = described(*mother);
  if (moved) dyad.infant = described(*moved);
  dyad.methods = methods(dyad.mother, dyad.infant, settings);
  if (both) doubt_two_hearts(*mother, *moved, dyad.diagnostics);
  tell_edits("mother", dyad.mother, dyad.diagnostics);
  tell_edits("infant", dyad.infant, dyad.diagnostics);

  const Grid grid = grid_over(time.start_s, time.end_s, settings.step_s);
  const HeartCourses m = courses_of(mother, grid, settings), i = courses_of(moved, grid, settings);
  dyad.courses = {{}, m.rsa, i.rsa, m.period, i.period};
  for (std::size_t t = 0; t < grid.count; ++t) dyad.courses.time_s.push_back(grid.time_s(t));

  std::vector<Part> parts;
  for (const Phase& phase : phases) {
    const Part part = steps_of(grid, phase.start_s, phase.end_s);
    if (part.begin >= part.end) continue;
    parts.push_back(part);
    Stretch stretch{phase.name, std::string(name_of(phase.kind)), phase.start_s, phase.end_s};
    measure(stretch, {part}, dyad.courses, both, settings);
    dyad.phases.push_back(std::move(stretch));
  }
  if (parts.empty()) parts.push_back({0, grid.count});
  dyad.task.start_s = time.start_s;
  dyad.task.end_s = time.end_s;
  measure(dyad.task, parts, dyad.courses, both, settings);
  return dyad;
}

Result<EarlierVisit> earlier_visit(std::string_view json) {
  const auto result = parse_json_tree(json);
  if (!result) return result.error();
  Json needed = Json::object();
  for (const char* name : {"mother", "infant", "clock", "task", "phases", "settings"}) {
    if (!result->is_object() || !result->contains(name))
      return Error{"E_DYAD_BASELINE", say<"dyad.no_baseline">(), ""};
    needed[name] = (*result)[name];
  }
  EarlierVisit earlier;
  if (const Status status = from_json(needed, earlier); !status) return status.error();
  return earlier;
}

void compare_with(const EarlierVisit& earlier, Dyad& later) {
  const auto same_band = [](const std::optional<Heart>& a, const std::optional<Heart>& b) {
    return !a || !b || (a->rsa_low_hz == b->rsa_low_hz && a->rsa_high_hz == b->rsa_high_hz);
  };
  // What a part is called tells what it is only where its kind does not; the page saves no names but kinds.
  const auto same_part = [](const Stretch& a, const Stretch& b) {
    const std::string_view other = name_of(PhaseKind::other);
    return a.kind == b.kind &&
           (a.kind != other || a.phase == b.phase || a.phase == other || b.phase == other);
  };
  if (to_json(earlier.settings) != to_json(later.settings) || !same_band(earlier.mother, later.mother) ||
      !same_band(earlier.infant, later.infant) ||
      !std::equal(earlier.phases.begin(), earlier.phases.end(), later.phases.begin(), later.phases.end(),
                  same_part)) {
    later.change = no_change_comparable();
    return;
  }
  later.change = change_between({earlier.task.rsa, earlier.task.heart_period},
                                {later.task.rsa, later.task.heart_period}, later.settings);
  const auto is_sure = [](const Clock& clock) {
    return clock.source == ClockSource::one_recording || clock.source == ClockSource::triggers;
  };
  if (!is_sure(earlier.clock) || !is_sure(later.clock))
    later.diagnostics.push_back(
        {"W_DYAD_CHANGE_CLOCK", Severity::warning, say<"dyad.change_clock">(), "", ""});
}

}  // namespace attune::dyad
