#include "ecg/beat_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace attune::ecg {

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

double log_add(double a, double b) {
  const double high = std::max(a, b);
  if (high == impossible) return impossible;
  return high + std::log1p(std::exp(std::min(a, b) - high));
}

/// Two states of the rhythm. Regular: an interval is like the one before, or back at the usual one; anything
/// else is rare. Irregular (runs of ectopic beats, bigeminy, fibrillation): any interval will do.
constexpr std::size_t states = 2;

/// An ending this much less likely (log) than the best one at the same candidate is given up. What follows
/// can only favour it by the price of one odd interval, about e^8; its share of any probability is below
/// 1e-6.
constexpr double beam = 16;

/// All paths that end with one pair (beat before, this candidate), or that begin or resume here.
struct Ending {
  std::size_t owner = 0;         ///< this candidate
  std::size_t before = nowhere;  ///< candidate before; nowhere: the path begins or resumes here
  double rr_s = 0;
  double log_rr = 0;
  bool is_long = false;                            ///< against the usual interval
  std::size_t first_step = 0;                      ///< the likelihoods of its interval after each before it
  double alone[states] = {1, 1};                   ///< likelihood of the interval whatever came before
  double best[states] = {impossible, impossible};  ///< log score of the best such path, by its state
  std::size_t came_from[states] = {nowhere, nowhere};  ///< that path's previous ending × states + state
  double forward[states] = {impossible, impossible};   ///< log sum over such paths, own score included
  double backward[states] = {impossible, impossible};  ///< log sum over what may follow
  double best_weight[states] = {0, 0};                 ///< exp(best − the candidate's highest `forward`)
  double weight[states] = {0, 0};                      ///< the same of `forward`
  std::size_t next_onward = nowhere;                   ///< next ending that goes on from the same candidate

  double most() const { return std::max(forward[0], forward[1]); }
};

class Lattice {
 public:
  Lattice(std::span<const Candidate> candidates, const KnownRhythm& rhythm, const Settings& settings)
      : candidates_(candidates), settings_(settings), rhythm_(rhythm) {
    const double width = std::log(settings.rr_max_ms / settings.rr_min_ms);
    const double bell_width = rhythm.change_sd * std::sqrt(2 * std::numbers::pi);
    anything_ = settings.rhythm.odd_share * bell_width / width;
    irregular_ = rhythm.change_sd / settings.rhythm.irregular_sd;
    change_[0][0] = 1 - settings.rhythm.to_irregular;
    change_[0][1] = settings.rhythm.to_irregular;
    change_[1][0] = settings.rhythm.to_regular;
    change_[1][1] = 1 - settings.rhythm.to_regular;
  }

  Path solve() {
    go_forward();
    go_backward();
    return trace_back();
  }

 private:
  std::span<Ending> endings_of(std::size_t k) {
    return std::span(endings_).subspan(first_[k], first_[k + 1] - first_[k]);
  }

  /// Usual interval at a candidate; 0: not known.
  double usual_s(std::size_t k) const { return rhythm_.usual_rr_s.empty() ? 0 : rhythm_.usual_rr_s[k]; }

  static double bell(double x, double sd) {
    const double z = x / sd;
    return std::abs(z) > 6 ? 0 : std::exp(-0.5 * z * z);
  }

  using Likelihood = std::array<double, states>;

  /// Likelihood of one interval after another, in units of the density of an equal one in regular rhythm.
  Likelihood step(const Ending& now, const Ending& before) const {
    if (before.before == nowhere) return {1, irregular_};
    Likelihood likelihood;
    const double change = now.log_rr - before.log_rr;
    // A beat found only every second time makes a steady rhythm too: following it is as rare as a long
    // interval.
    const double following = now.is_long ? settings_.rhythm.long_share : 1;
    likelihood[0] = following * bell(change, rhythm_.change_sd) + now.alone[0];
    const double usual = usual_s(now.owner);
    if (before.rr_s < settings_.rhythm.early_ratio * usual)
      likelihood[0] += compensating(now.rr_s, before.rr_s, usual);
    likelihood[1] = irregular_ * bell(change, settings_.rhythm.irregular_sd) + now.alone[1];
    return likelihood;
  }

  /// A pause after an early beat that brings the rhythm back to its beat.
  double compensating(double rr_s, double before_s, double usual) const {
    return settings_.rhythm.usual_share *
           bell((before_s + rr_s) / (2 * usual) - 1, settings_.rhythm.usual_sd);
  }

  /// Part of the likelihood that does not depend on the interval before: back at the usual interval, or
  /// anything at all. A beat too early is far more common than none for a long time.
  void find_alone(Ending& ending) const {
    double chance = anything_;
    double back = 0;
    if (const double usual = usual_s(ending.owner); usual > 0) {
      const double ratio = ending.rr_s / usual;
      back = settings_.rhythm.usual_share * bell(std::log(ratio), settings_.rhythm.usual_sd);
      ending.is_long = ratio > settings_.rhythm.long_ratio;
      if (ending.is_long) chance *= settings_.rhythm.long_share;
    }
    ending.alone[0] = back + chance;
    ending.alone[1] = chance;
  }

  /// Sums and bests over the paths that a new path may resume from, after a pause.
  struct Resumed {
    double best = impossible, forward = impossible;
    std::size_t from = nowhere;
  };

  void go_forward() {
    first_.push_back(0);
    Resumed resumed;
    std::size_t near = 0;
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
      for (; candidates_[near].time_s < candidates_[k].time_s - settings_.rr_max_ms / 1000; ++near)
        may_resume(resumed, near);
      near_.push_back(near);
      begin(k, resumed);
      for (std::size_t j = near; j < k; ++j) {
        if (candidates_[k].time_s - candidates_[j].time_s < settings_.rr_min_ms / 1000) break;
        extend(j, k);
      }
      thin_out(k);
    }
  }

  /// The cost of a pause grows with its length: + where it begins, − where it ends.
  void may_resume(Resumed& resumed, std::size_t passed) {
    const double entry =
        settings_.rhythm.pause_cost_per_s * candidates_[passed].time_s - settings_.rhythm.pause_cost;
    for (std::size_t e = first_[passed]; e < first_[passed + 1]; ++e) {
      for (std::size_t s = 0; s < states; ++s) {
        if (endings_[e].best[s] + entry > resumed.best) {
          resumed.best = endings_[e].best[s] + entry;
          resumed.from = e * states + s;
        }
        resumed.forward = log_add(resumed.forward, endings_[e].forward[s] + entry);
      }
    }
  }

  void begin(std::size_t k, const Resumed& resumed) {
    const Candidate& candidate = candidates_[k];
    Ending ending;
    ending.owner = k;
    const double silence = settings_.rhythm.pause_cost_per_s * candidate.time_s;
    const double begun = settings_.rhythm.pause_cost_per_s * (candidates_[0].time_s - candidate.time_s);
    const bool resumes = resumed.best - silence > begun;
    for (std::size_t s = 0; s < states; ++s) {
      ending.best[s] = std::max(begun, resumed.best - silence) + candidate.score;
      ending.came_from[s] = resumes ? resumed.from : nowhere;
      ending.forward[s] = log_add(begun, resumed.forward - silence) + candidate.score;
    }
    endings_.push_back(ending);
  }

  void extend(std::size_t j, std::size_t k) {
    Ending ending;
    ending.owner = k;
    ending.before = j;
    ending.rr_s = candidates_[k].time_s - candidates_[j].time_s;
    ending.log_rr = std::log(ending.rr_s);
    find_alone(ending);
    ending.first_step = steps_.size();
    double sum[states] = {0, 0};
    double best[states] = {0, 0};
    for (std::size_t e = first_[j]; e < first_[j + 1]; ++e) {
      const Ending& from = endings_[e];
      const Likelihood likelihood = steps_.emplace_back(step(ending, from));
      for (std::size_t was = 0; was < states; ++was) {
        for (std::size_t s = 0; s < states; ++s) {
          const double passage = change_[was][s] * likelihood[s];
          sum[s] += passage * from.weight[was];
          if (passage * from.best_weight[was] > best[s]) {
            best[s] = passage * from.best_weight[was];
            ending.came_from[s] = e * states + was;
          }
        }
      }
    }
    for (std::size_t s = 0; s < states; ++s) {
      ending.forward[s] = top_[j] + std::log(sum[s]) + candidates_[k].score;
      ending.best[s] = top_[j] + std::log(best[s]) + candidates_[k].score;
    }
    endings_.push_back(ending);
  }

  /// Drops the candidate's endings outside the beam (never its first, the fresh one) and weighs the others.
  void thin_out(std::size_t k) {
    const auto fresh = endings_.begin() + static_cast<std::ptrdiff_t>(first_[k]);
    double top = impossible;
    for (auto e = fresh; e != endings_.end(); ++e) top = std::max(top, e->most());
    endings_.erase(std::remove_if(fresh + 1, endings_.end(),
                                  [&](const Ending& ending) { return ending.most() < top - beam; }),
                   endings_.end());
    for (auto e = fresh; e != endings_.end(); ++e) {
      for (std::size_t s = 0; s < states; ++s) {
        e->weight[s] = std::exp(e->forward[s] - top);
        e->best_weight[s] = std::exp(e->best[s] - top);
      }
    }
    top_.push_back(top);
    first_.push_back(endings_.size());
  }

  void go_backward() {
    std::vector<std::size_t> onward(candidates_.size(), nowhere);  // chains of endings that go on from each
    for (std::size_t e = endings_.size(); e-- > 0;) {
      if (endings_[e].before == nowhere) continue;
      endings_[e].next_onward = onward[endings_[e].before];
      onward[endings_[e].before] = e;
    }
    double resumed = impossible;  // log sum over the paths that resume at a candidate from `passed` on
    std::size_t passed = candidates_.size();
    for (std::size_t k = candidates_.size(); k-- > 0;) {
      for (; passed > 0 && near_[passed - 1] > k; --passed) {
        const Candidate& later = candidates_[passed - 1];
        const Ending& fresh = endings_[first_[passed - 1]];
        resumed = log_add(resumed, later.score + log_add(fresh.backward[0], fresh.backward[1]) -
                                       settings_.rhythm.pause_cost_per_s * later.time_s);
      }
      const double time_s = candidates_[k].time_s;
      const double ended = settings_.rhythm.pause_cost_per_s * (time_s - candidates_.back().time_s);
      const double paused =
          resumed - settings_.rhythm.pause_cost + settings_.rhythm.pause_cost_per_s * time_s;
      look_back(k, onward[k], log_add(ended, paused));
    }
  }

  /// Fills in `backward` of a candidate's endings; `onward`: the first that goes on from it; `no_step`: the
  /// path ends here or pauses.
  void look_back(std::size_t k, std::size_t onward, double no_step) {
    double top = no_step;
    for (std::size_t e = onward; e != nowhere; e = endings_[e].next_onward)
      top = std::max({top, onward_weight(e, 0), onward_weight(e, 1)});
    std::vector<double>& weights = scratch_;
    weights.clear();
    for (std::size_t e = onward; e != nowhere; e = endings_[e].next_onward) {
      for (std::size_t s = 0; s < states; ++s) weights.push_back(std::exp(onward_weight(e, s) - top));
    }
    const double stop = std::exp(no_step - top);
    for (std::size_t i = first_[k]; i < first_[k + 1]; ++i) {
      double sum[states] = {stop, stop};
      const double* weight = weights.data();
      for (std::size_t e = onward; e != nowhere; e = endings_[e].next_onward, weight += states) {
        const Likelihood& likelihood = steps_[endings_[e].first_step + i - first_[k]];
        for (std::size_t was = 0; was < states; ++was) {
          for (std::size_t s = 0; s < states; ++s) sum[was] += change_[was][s] * likelihood[s] * weight[s];
        }
      }
      for (std::size_t s = 0; s < states; ++s) endings_[i].backward[s] = top + std::log(sum[s]);
    }
  }

  double onward_weight(std::size_t e, std::size_t s) const {
    return candidates_[endings_[e].owner].score + endings_[e].backward[s];
  }

  Path trace_back() {
    double total = impossible, best = impossible;
    std::size_t at = nowhere;
    for (std::size_t e = 0; e < endings_.size(); ++e) {
      const double ended = settings_.rhythm.pause_cost_per_s *
                           (candidates_[endings_[e].owner].time_s - candidates_.back().time_s);
      for (std::size_t s = 0; s < states; ++s) {
        total = log_add(total, endings_[e].forward[s] + ended);
        if (endings_[e].best[s] + ended <= best) continue;
        best = endings_[e].best[s] + ended;
        at = e * states + s;
      }
    }
    Path path;
    for (; at != nowhere; at = endings_[at / states].came_from[at % states])
      path.chosen.push_back(endings_[at / states].owner);
    std::reverse(path.chosen.begin(), path.chosen.end());
    for (const std::size_t k : path.chosen) {
      double sum = 0;
      for (const Ending& ending : endings_of(k)) {
        for (std::size_t s = 0; s < states; ++s)
          sum += std::exp(ending.forward[s] + ending.backward[s] - total);
      }
      path.probability.push_back(std::min(1.0, sum));
    }
    return path;
  }

  std::span<const Candidate> candidates_;
  const Settings& settings_;
  const KnownRhythm& rhythm_;
  double anything_ = 0;   ///< likelihood of an interval that follows no rhythm, in regular rhythm
  double irregular_ = 0;  ///< of the most likely interval in irregular rhythm
  double change_[states][states] = {};
  std::vector<Ending> endings_;
  std::vector<Likelihood> steps_;   ///< of each ending in turn, also of those given up
  std::vector<std::size_t> first_;  ///< of each candidate's endings
  std::vector<std::size_t> near_;   ///< first candidate that an interval can reach back to
  std::vector<double> top_;         ///< highest `forward` of each candidate's endings
  std::vector<double> scratch_;
};

}  // namespace

Path best_path(std::span<const Candidate> candidates, const KnownRhythm& rhythm, const Settings& settings) {
  return Lattice(candidates, rhythm, settings).solve();
}

}  // namespace attune::ecg
