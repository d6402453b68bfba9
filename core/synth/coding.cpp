#include "synth/coding.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/csv.hpp"
#include "base/random.hpp"
#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

constexpr double tick_s = 0.1;  // times are whole tenths of a second, so that shares are exact

struct Part {
  PhaseKind kind;
  const char* name;  ///< as the coder calls it
};
constexpr std::array parts{Part{PhaseKind::play, "Play"}, Part{PhaseKind::still_face, "Still face"},
                           Part{PhaseKind::reunion, "Reunion"}};

struct Share {
  const char* state;
  double of_rest;  ///< of what withdrawn leaves
};
constexpr std::array play_shares{Share{"protest", 0.03}, Share{"object/environment", 0.32},
                                 Share{"social monitor", 0.30}, Share{"social positive", 0.35}};
constexpr std::array still_face_shares{Share{"protest", 0.22}, Share{"object/environment", 0.48},
                                       Share{"social monitor", 0.22}, Share{"social positive", 0.08}};
constexpr std::array reunion_shares{Share{"protest", 0.15}, Share{"object/environment", 0.25},
                                    Share{"social monitor", 0.35}, Share{"social positive", 0.25}};

const std::array<Share, 4>& shares_of(PhaseKind kind) {
  return kind == PhaseKind::play         ? play_shares
         : kind == PhaseKind::still_face ? still_face_shares
                                         : reunion_shares;
}

/// Withdrawn in still-face; a fifth of it in play and a half in reunion.
double withdrawn_share(const Dyad& dyad, std::size_t visit, PhaseKind kind, const CodingSettings& settings) {
  double in_still_face = settings.withdrawn_start;
  if (dyad.scenario == Scenario::unchanged) in_still_face = settings.withdrawn_unchanged;
  if (dyad.scenario == Scenario::improved && visit > 0) in_still_face = settings.withdrawn_improved;
  return kind == PhaseKind::play         ? in_still_face / 5
         : kind == PhaseKind::still_face ? in_still_face
                                         : in_still_face / 2;
}

struct Bout {
  std::string state;
  int ticks = 0;
};

/// Cuts a state's time into bouts of random lengths, none shorter than a second.
void add_bouts(std::vector<Bout>& bouts, const std::string& state, int ticks, const CodingSettings& settings,
               Random& random) {
  constexpr int shortest = 10;
  const int mean = static_cast<int>(std::lround(settings.mean_bout_s / tick_s));
  while (ticks > 0) {
    int length = static_cast<int>(std::lround(mean * (0.4 + 1.2 * random.uniform())));
    if (length < shortest || ticks - length < shortest) length = ticks;
    bouts.push_back({state, length});
    ticks -= length;
  }
}

/// A random order in which no state follows itself, where there is one.
void shuffle(std::vector<Bout>& bouts, Random& random) {
  for (std::size_t i = bouts.size(); i > 1; --i) std::swap(bouts[i - 1], bouts[random.below(i)]);
  for (std::size_t i = 1; i < bouts.size(); ++i) {
    if (bouts[i].state != bouts[i - 1].state) continue;
    for (std::size_t k = 0; k < bouts.size(); ++k) {
      const auto differs = [&](std::size_t at, const std::string& state) {
        return (at == 0 || bouts[at - 1].state != state) &&
               (at + 1 >= bouts.size() || bouts[at + 1].state != state);
      };
      const bool apart = k + 1 < i || k > i + 1;
      if (!apart || !differs(k, bouts[i].state) || !differs(i, bouts[k].state)) continue;
      std::swap(bouts[i], bouts[k]);
      break;
    }
  }
}

/// Times of each state in one phase, in ticks; unscorable is one of them.
std::vector<Bout> state_times(const Dyad& dyad, std::size_t visit, PhaseKind kind,
                              const CodingSettings& settings) {
  const int whole = static_cast<int>(std::lround(settings.phase_s / tick_s));
  const double unscorable = dyad.scenario == Scenario::too_little ? settings.unscorable_short : 0.05;
  const int scorable = static_cast<int>(std::lround(whole * (1 - unscorable)));
  const double withdrawn = withdrawn_share(dyad, visit, kind, settings);
  std::vector<Bout> times{{"withdrawn", static_cast<int>(std::lround(scorable * withdrawn))}};
  for (const Share& share : shares_of(kind))
    times.push_back({share.state, static_cast<int>(std::lround(scorable * (1 - withdrawn) * share.of_rest))});
  int rest = scorable;
  for (const Bout& time : times) rest -= time.ticks;
  times.back().ticks += rest;
  times.push_back({"unscorable", whole - scorable});
  return times;
}

void write_line(std::string& text, const std::string& subject, const std::string& behavior, int start,
                int stop) {
  text += "simulated dyad\t" + subject + "\t" + behavior + "\t\tSTATE\t" + decimal_text(start * tick_s, 3) +
          "\t" + decimal_text(stop * tick_s, 3) + "\t" + decimal_text((stop - start) * tick_s, 3) + "\n";
}

}  // namespace

SimulatedCoding simulate_coding(const Dyad& dyad, std::size_t visit, const CodingSettings& settings) {
  Random random(seed_for(dyad.seed, purpose::coding, 16 * static_cast<std::uint64_t>(dyad.scenario) + visit));
  SimulatedCoding coding;
  coding.text =
      "Observation id\tSubject\tBehavior\tBehavioral category\tBehavior type\tStart (s)\tStop (s)\tDuration "
      "(s)\n";
  const int whole = static_cast<int>(std::lround(settings.phase_s / tick_s));
  for (std::size_t i = 0; i < parts.size(); ++i)
    write_line(coding.text, "No focal subject", parts[i].name, static_cast<int>(i) * whole,
               static_cast<int>(i + 1) * whole);
  write_line(coding.text, "mother", "talks", 0, whole);
  int at = 0;
  for (const Part& part : parts) {
    const auto times = state_times(dyad, visit, part.kind, settings);
    std::vector<Bout> bouts;
    int scorable = 0;
    for (const Bout& time : times) {
      add_bouts(bouts, time.state, time.ticks, settings, random);
      if (time.state != "unscorable") scorable += time.ticks;
    }
    for (const Bout& time : times)
      if (time.state != "unscorable")
        coding.truth.push_back({std::string(name_of(part.kind)), time.state,
                                static_cast<double>(time.ticks) / static_cast<double>(scorable)});
    shuffle(bouts, random);
    for (const Bout& bout : bouts) {
      write_line(coding.text, "infant", bout.state, at, at + bout.ticks);
      at += bout.ticks;
    }
  }
  return coding;
}

}  // namespace attune::synth
